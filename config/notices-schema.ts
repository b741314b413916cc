import { secret, text, wholeNumber } from './setting'

const week = 7 * 24 * 60

/** The settings of notices to people. Off until one of the ways out is configured. */
export const noticesSchema = {
  webhookUrl: {
    doc: 'Receiver of signed notices by the Standard Webhooks specification; empty for none',
    format: 'receiver',
    default: '',
    env: 'QC_NOTICES_WEBHOOK_URL',
  },
  webhookSecret: secret(
    'Secret that signs them: whsec_ and 24 to 64 bytes in base64',
    'QC_NOTICES_WEBHOOK_SECRET',
  ),
  webhookSecretFile: text(
    'File that holds the secret; read at each notice',
    'QC_NOTICES_WEBHOOK_SECRET_FILE',
  ),
  slackUrl: secret(
    'Incoming webhook of Slack, or of a chat that takes the same form; empty for none',
    'QC_NOTICES_SLACK_URL',
  ),
  slackUrlFile: text('File that holds its address; read at each notice', 'QC_NOTICES_SLACK_URL_FILE'),
  smtpUrl: secret(
    'Mail server, such as smtps://user:password@mail.example.com; empty for no e-mail',
    'QC_NOTICES_SMTP_URL',
  ),
  smtpUrlFile: text('File that holds its address; read at each notice', 'QC_NOTICES_SMTP_URL_FILE'),
  emailFrom: text('Sender of the e-mails', 'QC_NOTICES_EMAIL_FROM'),
  emailTo: text('Recipients of the e-mails, separated by commas', 'QC_NOTICES_EMAIL_TO'),
  aboutParked: about('runs that need attention', 'QC_NOTICES_ABOUT_PARKED'),
  aboutWebhooks: about('webhooks that are missing, altered or silent', 'QC_NOTICES_ABOUT_WEBHOOKS'),
  aboutFailed: about('files with the verdict fail', 'QC_NOTICES_ABOUT_FAILED'),
  groupMinutes: wholeNumber(
    'A notice waits for this time, so that it tells of all that happens at once, in minutes',
    'QC_NOTICES_GROUP_MINUTES',
    2,
    0,
    60,
  ),
  quietMinutes: wholeNumber(
    'After a notice there is none about the same cause and client for this time, in minutes',
    'QC_NOTICES_QUIET_MINUTES',
    240,
    60,
    week,
  ),
}

function about(what: string, env: string) {
  return {
    doc: `Send notices about ${what}; admin-cli setup applies it`,
    format: 'switch',
    default: true,
    env,
  }
}
