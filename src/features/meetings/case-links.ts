import { done, type Outcome, refused } from '../../outcome.ts';
import { type Link, mostLinks } from './case.ts';

export type LinksRefusal =
  | { readonly code: 'bad-link'; readonly field: 'links'; readonly line: number }
  | { readonly code: 'too-many-links'; readonly field: 'links'; readonly most: number };

/** Addresses of documents in the field have some three hundred; a card holds several. */
const mostUrlCharacters = 1000;

/**
 * In: one link a line, with what it is called before or after it, or alone. Out: the links, each with a title. Only https:
 * what is opened from a card must come as it was sent, and a script must not run at all.
 */
export function readLinks(text: string): Outcome<readonly Link[], LinksRefusal> {
  const lines = text.split('\n').map(line => line.trim());
  const links = lines.map(line => (line === '' ? undefined : readLink(line)));
  const wrong = links.findIndex((each, at) => each === undefined && lines[at] !== '');
  if (wrong >= 0) return refused({ code: 'bad-link', field: 'links', line: wrong + 1 });
  const all = links.filter(each => each !== undefined);
  return all.length > mostLinks ? refused({ code: 'too-many-links', field: 'links', most: mostLinks }) : done(all);
}

/** The links as they are typed, for the form to be corrected in. */
export function linksText(links: readonly Link[]): string {
  return links.map(({ title, url }) => (title === hostOf(url) ? url : `${title} ${url}`)).join('\n');
}

function readLink(line: string): Link | undefined {
  const words = line.split(/\s+/);
  const addresses = words.filter(word => /^\w+:/.test(word) && !/^\w+:$/.test(word));
  const [address = '', ...others] = addresses;
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || others.length > 0 || url.href.length > mostUrlCharacters) return undefined;
  const title = words
    .filter(word => word !== address)
    .join(' ')
    .replace(/[\s:–-]+$/, '');
  return { title: title || url.host, url: url.href };
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.host;
}
