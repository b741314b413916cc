import type { Schema, SchemaObj } from 'convict'

import { mapSteps, steps } from '../workflows/steps'
import type { Settings } from './settings'

const minute = 60_000
const hour = 60 * minute

/**
 * Every setting of the product: what it means, what it may be, its default, and the environment variable that
 * sets it. An empty text means "not set". Paths that are not absolute count from the working directory.
 */
export const schema: Schema<Settings> = {
  log: {
    level: {
      doc: 'Least severe log line that is written',
      format: 'choice',
      choices: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      default: 'info',
      env: 'LOG_LEVEL',
    },
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
      doc: 'Base name of the task queues; gateways and workers must agree. Where Temporal is, TEMPORAL_ADDRESS and its sisters say',
      format: 'text',
      default: 'qc',
      env: 'QC_TASK_QUEUE',
    },
    webUiUrl: address(
      'Temporal Web UI, for the links that we print',
      'QC_TEMPORAL_UI_URL',
      'http://localhost:8233',
    ),
    hideFileNames: {
      doc: 'Leave the search attribute QcFile out: file names can tell something about persons, and attributes are never encrypted',
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
  },
  gateway: {
    host: {
      doc: 'Address the gateway listens on; the company proxy stands before it',
      format: 'text',
      default: '127.0.0.1',
      env: 'GATEWAY_HOST',
    },
    port: wholeNumber('Port of the gateway; 0 takes a free one', 'GATEWAY_PORT', 8080, 0, 65_535),
    webhookPath: {
      doc: 'Path that Box posts to',
      format: 'web-path',
      default: '/box/webhook',
      env: 'GATEWAY_WEBHOOK_PATH',
    },
    maxBodyBytes: wholeNumber(
      'Largest delivery that is read, in bytes',
      'GATEWAY_MAX_BODY_BYTES',
      1 << 20,
      1024,
      64 << 20,
    ),
    bodyTimeoutMs: wholeNumber(
      'How long a delivery may take to arrive, in ms',
      'GATEWAY_BODY_TIMEOUT_MS',
      10_000,
      100,
      25_000,
    ),
    startTimeoutMs: wholeNumber(
      'How long Temporal may take to store a start before Box is told 503, in ms',
      'GATEWAY_START_TIMEOUT_MS',
      4000,
      500,
      4500,
    ),
  },
  worker: {
    dataDir: text('Where assets, facts and scratch files of this host lie', 'QC_DATA_DIR'),
    diskReserveBytes: wholeNumber(
      'Disk space that a download must leave free, in bytes',
      'QC_DISK_RESERVE_BYTES',
      5 * 2 ** 30,
    ),
    maxUnfinishedAssets: wholeNumber(
      'A host with this many unfinished assets takes no more',
      'QC_MAX_UNFINISHED_ASSETS',
      20,
      1,
      10_000,
    ),
    ffmpegSlots: wholeNumber('Media that this host analyses at the same time', 'QC_FFMPEG_SLOTS', 2, 1, 256),
    healthHost: {
      doc: 'Address of the health page of a worker',
      format: 'text',
      default: '127.0.0.1',
      env: 'WORKER_HEALTH_HOST',
    },
    healthPort: wholeNumber(
      'Port of the health page of a worker; 0 takes a free one',
      'WORKER_HEALTH_PORT',
      0,
      0,
      65_535,
    ),
    metricsAddress: {
      doc: 'Where a worker serves Prometheus metrics; nothing for none',
      format: 'bind-address',
      default: '',
      env: 'WORKER_METRICS_ADDRESS',
    },
    shutdownGraceMs: wholeNumber(
      'How long running activities may finish after SIGTERM, in ms',
      'WORKER_SHUTDOWN_GRACE_MS',
      45_000,
      0,
      hour,
    ),
  },
  media: {
    searchPath: text('Where ffmpeg, poppler, qpdf and tesseract are looked for', 'PATH'),
    timeoutMs: wholeNumber('Wall clock of one tool on one asset, in ms', 'QC_MEDIA_TIMEOUT_MS', hour, 1000),
    memoryBytes: wholeNumber(
      'Memory of one tool, in bytes',
      'QC_MEDIA_MEMORY_BYTES',
      4 * 2 ** 30,
      256 * 2 ** 20,
    ),
    maxPixels: wholeNumber(
      'Larger images and pages are reported and not decoded',
      'QC_MEDIA_MAX_PIXELS',
      300_000_000,
      1_000_000,
    ),
  },
  timings: {
    stepTimeoutMs: mapSteps((step) => timing('Longest single attempt, in ms', steps[step].timeoutMs)),
    stepAttempts: mapSteps((step) => timing('Attempts before the run parks', steps[step].attempts)),
    retryInitialMs: timing('First wait between attempts, doubled each time, in ms', 2000),
    retryMaximumMs: timing('Longest wait between attempts, in ms', minute),
    heartbeatMs: timing('A step that is silent for longer counts as lost, in ms', 30_000),
    hostWaitMs: timing(
      'How long a step waits for its own host before we ask whether that host lives, in ms',
      2 * minute,
    ),
    parkInitialMs: timing(
      'A parked run tries again by itself after this, doubled each time, in ms',
      15 * minute,
    ),
    parkMaximumMs: timing('Longest wait of a parked run, in ms', 6 * hour),
  },
}

function text(doc: string, env: string): SchemaObj<string> {
  return { doc, format: 'text', default: '', env }
}

function secret(doc: string, env: string): SchemaObj<string> {
  return { doc, format: 'secret', default: '', env, sensitive: true }
}

function address(doc: string, env: string, value: string): SchemaObj<string> {
  return { doc, format: 'web-address', default: value, env }
}

function wholeNumber(
  doc: string,
  env: string,
  value: number,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): SchemaObj<number> {
  return { doc, format: 'whole-number', default: value, env, min, max }
}

/** Set together, as a JSON object, by QC_TIMINGS. */
function timing(doc: string, value: number): SchemaObj<number> {
  return { doc, format: 'whole-number', default: value, min: 1 }
}
