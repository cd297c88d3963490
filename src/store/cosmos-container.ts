import type { ContainerDefinition } from '@azure/cosmos';

const ascending = (path: string) => ({ path, order: 'ascending' }) as const;

/** The container, indexed by nothing but what the store asks for: every other index costs at each write. */
export const containerDefinition = {
  id: 'documents',
  partitionKey: { paths: ['/pk'], version: 2 },
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: ['/pk/?', '/type/?', '/sortKey/?', '/key/?', '/dueAt/?'].map(path => ({ path })),
    excludedPaths: [{ path: '/*' }],
    compositeIndexes: [
      [ascending('/type'), ascending('/sortKey'), ascending('/key')],
      [ascending('/type'), ascending('/dueAt')],
    ],
  },
} satisfies ContainerDefinition;
