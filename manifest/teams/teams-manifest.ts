import { accent } from '../accent.ts';
import { commandsIn, teamsWords } from './teams-words.ts';

export type TeamsApp = {
  /** The Azure Bot's app id, a GUID. */
  readonly appId: string;
  /** Where others reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** Teams takes a changed package only under a new version. */
  readonly version: string;
};

const schemaVersion = '1.25';
const schemaFolder = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}`;
const scopes = ['personal', 'team', 'groupChat'] as const;
const translated = ['nn', 'en'] as const;

/** Out: manifest.json, by https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema. */
export function teamsManifest({ appId, publicUrl, version }: TeamsApp) {
  const words = teamsWords.nb;
  return {
    $schema: `${schemaFolder}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'nb',
      additionalLanguages: translated.map(languageTag => ({ languageTag, file: `${languageTag}.json` })),
    },
    developer: {
      name: 'Laget',
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/terms`,
    },
    name: { short: words.name },
    description: { short: words.short, full: words.full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: accent.hex,
    bots: [{ botId: appId, scopes, commandLists: [{ scopes, commands: commandsIn('nb') }] }],
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    supportedChannelTypes: ['sharedChannels', 'privateChannels'],
    // From version 1.25 Teams refuses an app with the team scope that does not say this, though the schema does not ask it.
    supportsChannelFeatures: 'tier1',
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
  };
}

/** Out: one file of translated words per further language, by its file name. */
export function teamsTranslations(): ReadonlyArray<readonly [file: string, content: Readonly<Record<string, string>>]> {
  return translated.map(language => [`${language}.json`, translation(language)]);
}

function translation(language: (typeof translated)[number]): Record<string, string> {
  const words = teamsWords[language];
  const commands = commandsIn(language).flatMap(({ title, description }, place) => {
    const command = `bots[0].commandLists[0].commands[${place}]`;
    return [
      [`${command}.title`, title],
      [`${command}.description`, description],
    ];
  });
  return {
    $schema: `${schemaFolder}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.name,
    'description.short': words.short,
    'description.full': words.full,
    ...Object.fromEntries(commands),
  };
}
