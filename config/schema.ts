import { mapSteps, steps } from '../workflows/steps'
import { reportLanguages } from './formats'
import { gatewaySchema } from './gateway-schema'
import { noticesSchema } from './notices-schema'
import { pagesSchema } from './pages-schema'
import { address, choice, secret, text, timing, wholeNumber } from './setting'

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
  worker: {
    dataDir: text('Directory of the assets, facts and scratch files of this host', 'QC_DATA_DIR'),
    diskReserveBytes: wholeNumber(
      'Disk space that a download must leave free, in bytes',
      'QC_DISK_RESERVE_BYTES',
      5 * 2 ** 30,
    ),
    maxUnfinishedAssets: wholeNumber(
      'Unfinished assets at which a host stops downloading more',
      'QC_MAX_UNFINISHED_ASSETS',
      20,
      1,
      10_000,
    ),
    ffmpegSlots: wholeNumber('Assets that this host probes at the same time', 'QC_FFMPEG_SLOTS', 2, 1, 256),
    healthHost: {
      doc: "Address of the worker's health page",
      format: 'text',
      default: '127.0.0.1',
      env: 'WORKER_HEALTH_HOST',
    },
    healthPort: wholeNumber(
      "Port of the worker's health page; 0 takes any free port",
      'WORKER_HEALTH_PORT',
      0,
      0,
      65_535,
    ),
    metricsAddress: {
      doc: "Address of the worker's Prometheus metrics; empty for none",
      format: 'bind-address',
      default: '',
      env: 'WORKER_METRICS_ADDRESS',
    },
    buildId: text(
      'Name of this release, such as v1.2.0, shown by the health page; deploy.sh sets it',
      'QC_BUILD_ID',
    ),
    isVersioned: {
      doc:
        'Worker Versioning: Temporal gives runs to the current build only, which ' +
        'deploy.sh or admin-cli builds set-current sets',
      format: 'switch',
      default: false,
      env: 'QC_WORKER_VERSIONING',
    },
    shutdownGraceMs: wholeNumber(
      'Time for running activities to finish after SIGTERM, in ms',
      'WORKER_SHUTDOWN_GRACE_MS',
      45_000,
      0,
      hour,
    ),
  },
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
      'Language of the frame of reports; a client may have its own. Findings are in English',
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
