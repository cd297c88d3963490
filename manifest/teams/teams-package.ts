import { strToU8, zipSync } from 'fflate';
import { accent } from '../accent.ts';
import { drawIcon } from './draw-icon.ts';
import { type TeamsApp, teamsManifest, teamsTranslations } from './teams-manifest.ts';

/** White without substance, so that soft edges stay white. */
const transparent = [255, 255, 255, 0] as const;
const white = [255, 255, 255, 255] as const;

/** A zip writes local time without a zone; text without a zone is read as local time, so every machine writes this one. */
const mtime = '2026-01-01T12:00:00';

/** Out: the zip to upload to Teams, the same bytes for the same app. */
export function teamsPackage(app: TeamsApp): Uint8Array {
  const texts = [['manifest.json', teamsManifest(app)] as const, ...teamsTranslations()];
  const files = {
    ...Object.fromEntries(texts.map(([file, content]) => [file, strToU8(JSON.stringify(content, null, 2))])),
    'color.png': drawIcon(192, 0.34, white, accent.rgba),
    'outline.png': drawIcon(32, 0.46, white, transparent),
  };
  return zipSync(files, { mtime, level: 9 });
}
