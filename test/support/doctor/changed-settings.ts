import type { Break } from './doctor-world'

const afterTemporal = [
  ...['schedules', 'webhook deliveries', 'workers', 'Box call limit', 'builds', 'room for assets'],
  ...['INCOMING', 'workflow tasks', 'runs'],
]

/** What an operator sets wrongly on one host, or forgets. Only one call of doctor sees it. */
export const changedSettings: Break[] = [
  {
    what: 'client_defaults.json is broken',
    found: ['default profiles WARN'],
    says: /broken\.json.*Correct or remove/s,
    make: (world) => ({ env: { QC_CLIENT_DEFAULTS_FILE: world.written('broken.json', '{"world.acme":') } }),
  },
  {
    what: 'the file of accepted findings is broken',
    found: ['accepted findings WARN'],
    says: /accepted\.json.*Correct or remove/s,
    make: (world) => ({ env: { QC_WAIVERS_FILE: world.written('accepted.json', '[{') } }),
  },
  {
    what: 'others can read the JWT configuration',
    found: ['JWT configuration WARN'],
    says: /mode 644: others can read it.*chmod 600/,
    make: (world) => ({
      env: { BOX_JWT_CONFIG_FILE: world.readable('jwt.json', world.qc.env.BOX_JWT_CONFIG_FILE) },
    }),
  },
  {
    what: 'no signature key is set',
    found: ['signature keys FAIL'],
    says: /Manage Signature Keys/,
    make: () => ({ env: { BOX_WEBHOOK_PRIMARY_KEY_FILE: '', BOX_WEBHOOK_SECONDARY_KEY_FILE: '' } }),
  },
  {
    what: 'one signature key is set: no rotation is possible',
    found: ['signature keys WARN'],
    says: /one of two is set/,
    make: () => ({ env: { BOX_WEBHOOK_SECONDARY_KEY_FILE: '' } }),
  },
  {
    what: 'others can read a signature key',
    found: ['signature key file WARN'],
    says: /mode 644: others can read it.*chmod 600/,
    make: (world) => ({
      env: { BOX_WEBHOOK_PRIMARY_KEY_FILE: world.readable('key', world.qc.env.BOX_WEBHOOK_PRIMARY_KEY_FILE) },
    }),
  },
  {
    what: 'the sign-in provider has no client id',
    found: ['sign-in provider FAIL'],
    says: /PAGES_OIDC_CLIENT_ID/,
    make: () => ({ env: { PAGES_OIDC_ISSUER: 'https://sso.example.com' } }),
  },
  {
    what: 'workers may ask Box more often than it allows',
    found: ['Box call limit WARN'],
    says: /is 2000, .*2000 calls a minute; Box allows 1000 a minute/,
    make: () => ({ env: { BOX_MAX_CALLS_PER_MINUTE: '2000' } }),
  },
  {
    what: 'webhooks point to another installation of the same app: dev and prod',
    found: ['webhooks FAIL'],
    says: /points to .*one webhook per folder and app/s,
    make: () => ({ env: { QC_WEBHOOK_ADDRESS: 'https://prod.example.com/box/webhook' } }),
  },
  {
    what: 'nobody said where webhooks should point',
    found: ['webhook address WARN'],
    says: /QC_WEBHOOK_ADDRESS is not set/,
    make: () => ({ env: { QC_WEBHOOK_ADDRESS: '' } }),
  },
  {
    what: 'the gateway does not run',
    found: ['gateway FAIL'],
    says: /does not answer.*box-qc-gateway/s,
    make: () => ({ env: { GATEWAY_PORT: '9' } }),
  },
  {
    what: 'Temporal is down',
    found: ['Temporal FAIL', ...afterTemporal.map((line) => `${line} WARN`)],
    says: /127\.0\.0\.1:1 does not answer.*TEMPORAL_ADDRESS/,
    make: () => ({ env: { TEMPORAL_ADDRESS: '127.0.0.1:1' } }),
  },
  {
    what: 'setup was not run again after a setting that needs a schedule',
    found: ['schedules FAIL'],
    says: /missing: .*-prune-reports.*admin-cli setup/,
    make: () => ({ env: { QC_REPORT_RETENTION_DAYS: '90' } }),
  },
  {
    what: 'no worker polls, and the schedules were never set up',
    found: ['workers FAIL', 'schedules FAIL', 'INCOMING WARN'],
    says: /uploads wait.*box-qc-worker/,
    make: () => ({ env: { QC_TASK_QUEUE: 'nobody' } }),
  },
  {
    what: 'the disk of the only host is below the reserve: its intake is closed',
    found: ['room for assets WARN', 'worker of this host WARN', 'disk FAIL'],
    says: /no host takes another asset.*disks full/,
    make: (world) => ({ env: world.fullHost }),
  },
  {
    what: 'intake of this host is closed, and why',
    found: ['worker of this host WARN', 'room for assets WARN', 'disk FAIL'],
    says: /takes no more assets: .*(disk|reserve|free).*Free disk space/,
    make: (world) => ({ env: world.fullHost }),
  },
  {
    what: 'the worker of this host does not run',
    found: ['worker of this host FAIL'],
    says: /does not answer.*box-qc-worker/s,
    make: () => ({ env: { WORKER_HEALTH_PORT: '9' } }),
  },
  {
    what: 'the tools are not installed',
    found: ['media tools FAIL'],
    says: /ffmpeg.*apt-get install/s,
    make: (world) => ({ env: { PATH: world.folder } }),
  },
  {
    what: 'ffmpeg lacks a filter',
    found: ['media tools FAIL'],
    says: /without the filters .*blurdetect.*5\.1 or newer/,
    make: (world) => ({ env: { PATH: world.pathWith('ffmpeg', 'echo "ffmpeg version 4.4"') } }),
  },
  {
    what: 'a profile names a language that is not installed',
    found: ['languages WARN'],
    says: /profiles name de;.*apt-get install .*tesseract-ocr-deu/,
    make: (world) => ({
      env: {
        PATH: world.pathWith('tesseract', 'printf "tesseract 5.3.0\\neng\\n"'),
        QC_PROFILES_DIR: world.profilesWith('german', { 'copy/spelling': { languages: ['de'] } }),
      },
    }),
  },
  {
    what: 'the disk is below the reserve',
    found: ['disk FAIL'],
    says: /GiB free in .*reserve 1048576\.0 GiB.*QC_DISK_RESERVE_BYTES/s,
    make: () => ({ env: { QC_DISK_RESERVE_BYTES: String(2 ** 50) } }),
  },
]
