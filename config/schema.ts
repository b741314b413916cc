import { mapSteps, steps } from '../workflows/steps'
import { reportLanguages } from './formats'
import { gatewaySchema } from './gateway-schema'
import { noticesSchema } from './notices-schema'
import { pagesSchema } from './pages-schema'
import { address, choice, secret, text, timing, wholeNumber } from './setting'
import { workerSchema } from './worker-schema'

const minute = 60_000
const hour = 60 * minute

/**
 * Every setting of the product: its meaning, its format, its default, and its environment variable. An empty
 * text means "not set". Relative paths start at the working directory.
 */
export const schema = {
  log: {
    level: choice(
      'Lowest level that is logged',
      'LOG_LEVEL',
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'info',
    ),
    format: choice(
      'Form of the log lines, for machines or for people',
      'LOG_FORMAT',
      ['json', 'pretty'],
      'json',
    ),
  },
  box: {
    jwtConfigFile: text('JWT configuration as exported by the Box Developer Console', 'BOX_JWT_CONFIG_FILE'),
    apiUrl: address('API origin of Box', 'BOX_API_URL', 'https://api.box.com'),
    uploadUrl: address('Upload origin of Box', 'BOX_UPLOAD_URL', 'https://upload.box.com/api'),
    oauthUrl: address(
      'Origin of Box for authorization',
      'BOX_OAUTH_URL',
      'https://account.box.com/api/oauth2',
    ),
    maxCallsPerMinute: wholeNumber(
      'API calls that one process sends to Box in a minute; Box allows 1000 per service account',
      'BOX_MAX_CALLS_PER_MINUTE',
      1000,
      1,
    ),
    maxUploadsPerMinute: wholeNumber(
      'Uploads that one process sends to Box in a minute; Box allows 240 per service account',
      'BOX_MAX_UPLOADS_PER_MINUTE',
      240,
      1,
    ),
    accessPatienceMs: wholeNumber(
      'How long INCOMING may be unreadable before a run parks as access_lost, in ms',
      'QC_ACCESS_PATIENCE_MS',
      minute,
      0,
    ),
    primaryKey: secret('Primary signature key of the Box application', 'BOX_WEBHOOK_PRIMARY_KEY'),
    primaryKeyFile: text(
      'File that holds the primary signature key; read again when it changes',
      'BOX_WEBHOOK_PRIMARY_KEY_FILE',
    ),
    secondaryKey: secret('Secondary signature key of the Box application', 'BOX_WEBHOOK_SECONDARY_KEY'),
    secondaryKeyFile: text(
      'File that holds the secondary signature key; read again when it changes',
      'BOX_WEBHOOK_SECONDARY_KEY_FILE',
    ),
  },
  temporal: {
    taskQueue: {
      doc: 'Base name of the task queues, the same for all processes (TEMPORAL_… sets the connection)',
      format: 'text',
      default: 'qc',
      env: 'QC_TASK_QUEUE',
    },
    webUiUrl: address('Temporal Web UI, for printed links', 'QC_TEMPORAL_UI_URL', 'http://localhost:8233'),
    payloadKeyFile: text(
      'File with the keys that encrypt payloads in Temporal; the same for all processes. Empty: no ' +
        'encryption',
      'QC_PAYLOAD_KEY_FILE',
    ),
    hideFileNames: {
      doc:
        'Leave out the search attribute QcFile: file names can hold ' +
        'personal data, and search attributes are never encrypted',
      format: 'switch',
      default: false,
      env: 'QC_HIDE_FILE_NAMES',
    },
  },
  files: {
    clients: text('The clients and their Box folders', 'QC_CLIENTS_FILE'),
    profiles: text('Folder of the profiles', 'QC_PROFILES_DIR'),
    clientDefaults: text(
      'Overrides of default profiles; one path for all gateways, workers and pages',
      'QC_CLIENT_DEFAULTS_FILE',
    ),
    waivers: text(
      'Findings that people have accepted; one path for all workers and pages. Default: `waivers.json` ' +
        'beside the overrides of default profiles',
      'QC_WAIVERS_FILE',
    ),
  },
  gateway: gatewaySchema,
  worker: workerSchema,
  media: {
    searchPath: text('Search path for ffmpeg, poppler, qpdf and tesseract', 'PATH'),
    timeoutMs: wholeNumber('Longest run of one tool on one asset, in ms', 'QC_MEDIA_TIMEOUT_MS', hour, 1000),
    memoryBytes: wholeNumber(
      'Memory limit of one tool, in bytes',
      'QC_MEDIA_MEMORY_BYTES',
      4 * 2 ** 30,
      256 * 2 ** 20,
    ),
    maxPixels: wholeNumber(
      'Larger images and pages are reported but not decoded, in pixels',
      'QC_MEDIA_MAX_PIXELS',
      300_000_000,
      1_000_000,
    ),
    c2paTrustFile: text(
      'PEM file with the certificates of signers whose Content Credentials are trusted. Empty: a signer is ' +
        'never "trusted", the signature is validated all the same',
      'QC_C2PA_TRUST_FILE',
    ),
  },
  sweep: {
    intervalMinutes: wholeNumber(
      'Time between two sweeps of INCOMING, in minutes; admin-cli setup applies it',
      'QC_SWEEP_INTERVAL_MINUTES',
      5,
      1,
      1440,
    ),
    maxStarts: wholeNumber('Runs that one sweep starts at most', 'QC_SWEEP_MAX_STARTS', 300, 1, 10_000),
    maxBoxCalls: wholeNumber(
      'Calls to Box that one sweep makes at most to list folders',
      'QC_SWEEP_MAX_BOX_CALLS',
      1000,
      10,
      100_000,
    ),
    minAgeSeconds: wholeNumber(
      'Files that changed within this time are left to the webhook, in seconds',
      'QC_SWEEP_MIN_AGE_SECONDS',
      60,
      0,
      86_400,
    ),
  },
  reports: {
    language: choice(
      'Language of reports; a client may have its own. The stored report and the CLI are in English',
      'QC_REPORT_LANGUAGE',
      reportLanguages,
      'en',
    ),
    timeZone: {
      doc: 'Zone of the times in reports, beside UTC, such as Europe/Berlin; a client may have its own',
      format: 'time-zone',
      default: '',
      env: 'QC_REPORT_TIME_ZONE',
    },
    contact: text(
      'Whom readers of a report may ask: a mail address, a web address or a text; a client may have its own',
      'QC_REPORT_CONTACT',
    ),
    retentionDays: wholeNumber(
      'Reports that are older go to the trash of Box, in days; 0 keeps all; admin-cli setup applies it',
      'QC_REPORT_RETENTION_DAYS',
      0,
      0,
      36_500,
    ),
  },
  webhooks: {
    address: {
      doc: 'Public https address of the gateway that every webhook should point to; empty for no check',
      format: 'text',
      default: '',
      env: 'QC_WEBHOOK_ADDRESS',
    },
    isRepair: {
      doc: 'Let the scheduled check create and correct webhooks, instead of only reporting them',
      format: 'switch',
      default: false,
      env: 'QC_WEBHOOK_REPAIR',
    },
  },
  notices: noticesSchema,
  pages: pagesSchema,
  timings: {
    stepTimeoutMs: mapSteps((step) => timing('Longest single attempt, in ms', steps[step].timeoutMs)),
    stepAttempts: mapSteps((step) => timing('Attempts before the run parks', steps[step].attempts)),
    retryInitialMs: timing('First wait between attempts, doubled each time, in ms', 2000),
    retryMaximumMs: timing('Longest wait between attempts, in ms', minute),
    heartbeatMs: timing('Longest silence of a step before it counts as lost, in ms', 30_000),
    hostWaitMs: timing(
      'How long a step waits in its queue before the run shows it and schedules the step again, in ms',
      2 * minute,
    ),
    parkInitialMs: timing(
      'First wait of a parked run before it retries by itself, doubled each time, in ms',
      15 * minute,
    ),
    parkMaximumMs: timing('Longest wait of a parked run, in ms', 6 * hour),
  },
}
