/** The environment, parsed once: the only reader of process.env. Everything has a default that runs on a laptop. */
import { z } from 'zod';
import { language } from './features/networks/network.ts';

const url = z.url().transform(text => text.replace(/\/+$/, ''));
const list = z
  .string()
  .default('')
  .transform(text => text.split(/[\s,;]+/).filter(word => word !== ''));
const optional = z.string().optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url.optional(),
  LAGET_DATA: z.string().min(1).default('./data'),
  LAGET_PLAYGROUND: z.stringbool().optional(),
  LAGET_KEY: optional,
  LAGET_ZONE: z.string().default('Europe/Oslo').refine(isZone, 'not an IANA time zone'),
  LAGET_LANGUAGE: language.default('nb'),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TENANT_ID: optional,
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MICROSOFT_OPENID_URL: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  MICROSOFT_TOKEN_ISSUER: z.string().default('https://api.botframework.com'),
  MICROSOFT_LOGIN_URL: url.default('https://login.microsoftonline.com'),
  SLACK_SIGNING_SECRET: optional,
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  SLACK_BOT_TOKEN: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_API_URL: url.default('https://slack.com/api'),
  SLACK_AUTHORIZE_URL: url.default('https://slack.com/oauth/v2/authorize'),
  COSMOS_ENDPOINT: url.optional(),
  COSMOS_KEY: optional,
  COSMOS_DATABASE: z.string().default('laget'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: optional,
  GRAPH_URL: url.default('https://graph.microsoft.com'),
  GRAPH_MAILBOX: optional,
  TENANT_ALLOW_LIST: list,
  WORKSPACE_ALLOW_LIST: list,
});

function isZone(zone: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';
}

export type TeamsConfig = {
  readonly appId: string;
  /** Absent with a managed identity. */
  readonly appPassword?: string | undefined;
  readonly tenantId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly openIdUrl: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
};

export type SlackConfig = {
  /** Absent only with Socket Mode, where no request is signed. */
  readonly signingSecret?: string | undefined;
  readonly oauth?: { readonly clientId: string; readonly clientSecret: string } | undefined;
  /** One workspace without OAuth. */
  readonly botToken?: string | undefined;
  /** Socket Mode. */
  readonly appToken?: string | undefined;
  readonly apiUrl: string;
  readonly authorizeUrl: string;
};

/** E-mail as a way to people without a chat account. */
export type MailConfig = {
  /** `smtps://user:password@host`, or `smtp://…` for STARTTLS. */
  readonly smtpUrl: string;
  /** `laget@example.org`, or `Laget <laget@example.org>`. */
  readonly from: string;
};

/** Meetings as events in a mailbox's calendar in Microsoft 365. */
export type CalendarConfig = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly loginUrl: string;
  readonly graphUrl: string;
  /** Whose calendar: an address or an object id. */
  readonly mailbox: string;
};

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where others reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly key?: string | undefined;
  readonly zone: string;
  readonly language: 'nb' | 'nn' | 'se' | 'en';
  readonly hasPlayground: boolean;
  readonly teams?: TeamsConfig | undefined;
  readonly slack?: SlackConfig | undefined;
  readonly cosmos?:
    | { readonly endpoint: string; readonly key?: string | undefined; readonly database: string }
    | undefined;
  readonly mail?: MailConfig | undefined;
  readonly calendar?: CalendarConfig | undefined;
  /** Microsoft tenant ids; empty: any. */
  readonly allowedTenants: readonly string[];
  /** Slack team ids; empty: any. */
  readonly allowedWorkspaces: readonly string[];
};

/** A setting is missing or not of its form; the message names it, never its value. */
export class ConfigUnusable extends Error {
  override readonly name = 'ConfigUnusable';
}

/** In: the environment; an empty setting is one that is not set. @throws ConfigUnusable naming every setting that cannot be used */
export function readConfig(given: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigUnusable(`These settings cannot be used:\n  ${lines.join('\n  ')}`);
  }
  const set = parsed.data;
  const teams = teamsConfig(set);
  const slack = slackConfig(set);
  return {
    port: set.PORT,
    host: set.HOST,
    publicUrl: set.PUBLIC_URL ?? `http://127.0.0.1:${set.PORT}`,
    dataFolder: set.LAGET_DATA,
    key: set.LAGET_KEY,
    zone: set.LAGET_ZONE,
    language: set.LAGET_LANGUAGE,
    hasPlayground: set.LAGET_PLAYGROUND ?? (!teams && !slack),
    teams,
    slack,
    cosmos: set.COSMOS_ENDPOINT
      ? { endpoint: set.COSMOS_ENDPOINT, key: set.COSMOS_KEY, database: set.COSMOS_DATABASE }
      : undefined,
    mail: mailConfig(set),
    calendar: calendarConfig(set, teams),
    allowedTenants: set.TENANT_ALLOW_LIST,
    allowedWorkspaces: set.WORKSPACE_ALLOW_LIST,
  };
}

type Environment = z.output<typeof environment>;

function teamsConfig(set: Environment): TeamsConfig | undefined {
  if (!set.MICROSOFT_APP_ID) return undefined;
  if (!set.MICROSOFT_APP_TENANT_ID)
    throw new ConfigUnusable('MICROSOFT_APP_TENANT_ID must be set with MICROSOFT_APP_ID.');
  if (set.MICROSOFT_APP_TYPE === 'SingleTenant' && !set.MICROSOFT_APP_PASSWORD) {
    throw new ConfigUnusable('MICROSOFT_APP_PASSWORD must be set, or MICROSOFT_APP_TYPE=UserAssignedMSI.');
  }
  return {
    appId: set.MICROSOFT_APP_ID,
    appPassword: set.MICROSOFT_APP_PASSWORD,
    tenantId: set.MICROSOFT_APP_TENANT_ID,
    appType: set.MICROSOFT_APP_TYPE,
    openIdUrl: set.MICROSOFT_OPENID_URL,
    tokenIssuer: set.MICROSOFT_TOKEN_ISSUER,
    loginUrl: set.MICROSOFT_LOGIN_URL,
  };
}

function mailConfig({ SMTP_URL, MAIL_FROM }: Environment): MailConfig | undefined {
  if (!SMTP_URL) return undefined;
  if (!MAIL_FROM) throw new ConfigUnusable('MAIL_FROM must be set with SMTP_URL.');
  return { smtpUrl: SMTP_URL, from: MAIL_FROM };
}

function calendarConfig(set: Environment, teams: TeamsConfig | undefined): CalendarConfig | undefined {
  if (!set.GRAPH_MAILBOX) return undefined;
  if (!teams?.appPassword) throw new ConfigUnusable('GRAPH_MAILBOX needs MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD.');
  const { tenantId, appId: clientId, appPassword: clientSecret, loginUrl } = teams;
  return { tenantId, clientId, clientSecret, loginUrl, graphUrl: set.GRAPH_URL, mailbox: set.GRAPH_MAILBOX };
}

function slackConfig(set: Environment): SlackConfig | undefined {
  if (!set.SLACK_SIGNING_SECRET && !set.SLACK_APP_TOKEN) return undefined;
  const oauth =
    set.SLACK_CLIENT_ID && set.SLACK_CLIENT_SECRET
      ? { clientId: set.SLACK_CLIENT_ID, clientSecret: set.SLACK_CLIENT_SECRET }
      : undefined;
  if (!oauth && !set.SLACK_BOT_TOKEN) {
    throw new ConfigUnusable('Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID with SLACK_CLIENT_SECRET.');
  }
  return {
    signingSecret: set.SLACK_SIGNING_SECRET,
    oauth,
    botToken: set.SLACK_BOT_TOKEN,
    appToken: set.SLACK_APP_TOKEN,
    apiUrl: set.SLACK_API_URL,
    authorizeUrl: set.SLACK_AUTHORIZE_URL,
  };
}
