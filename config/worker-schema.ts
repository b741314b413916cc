import { text, wholeNumber } from './setting'

/** The settings of the worker. */
export const workerSchema = {
  dataDir: text('Directory of the assets, facts and scratch files of this host', 'QC_DATA_DIR'),
  diskReserveBytes: wholeNumber(
    'Disk space that a download must leave free, in bytes',
    'QC_DISK_RESERVE_BYTES',
    5 * 2 ** 30,
  ),
  maxUnfinishedAssets: wholeNumber(
    'Unfinished assets at which a host stops downloading more; with busy processors at QC_FFMPEG_SLOTS + 1',
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
    60 * 60_000,
  ),
}
