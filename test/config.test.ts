import { expect, test } from '@jest/globals';
import { ConfigUnusable, readConfig } from '../src/config.ts';

test('an empty setting is one that is not set', () => {
  const names = ['PORT', 'HOST', 'PUBLIC_URL', 'LAGET_DATA', 'LAGET_PLAYGROUND', 'LAGET_KEY', 'LAGET_ZONE'];
  const others = ['LAGET_LANGUAGE', 'MICROSOFT_APP_TYPE', 'SLACK_API_URL', 'COSMOS_ENDPOINT', 'COSMOS_DATABASE'];
  const empty = Object.fromEntries([...names, ...others].map(name => [name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test.each(['COSMOS_ENDPOINT', 'PUBLIC_URL', 'SLACK_API_URL'])('%s must be an address', name => {
  expect(() => readConfig({ [name]: 'foo' })).toThrow(ConfigUnusable);
  expect(() => readConfig({ [name]: 'foo' })).toThrow(name);
});
