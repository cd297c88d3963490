import type { SlackConfig, TeamsConfig } from '../../src/config.ts';

/** The environment of a bot between the fakes. */
export function platformSettings(teams: TeamsConfig, slack: SlackConfig): Readonly<Record<string, string>> {
  return {
    MICROSOFT_APP_ID: teams.appId,
    MICROSOFT_APP_PASSWORD: teams.appPassword ?? '',
    MICROSOFT_APP_TENANT_ID: teams.tenantId,
    MICROSOFT_OPENID_URL: teams.openIdUrl,
    MICROSOFT_TOKEN_ISSUER: teams.tokenIssuer,
    MICROSOFT_LOGIN_URL: teams.loginUrl,
    SLACK_SIGNING_SECRET: slack.signingSecret ?? '',
    SLACK_BOT_TOKEN: slack.botToken ?? '',
    SLACK_API_URL: slack.apiUrl,
  };
}
