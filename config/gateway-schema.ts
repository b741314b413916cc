import { text, wholeNumber } from './setting'

/** The settings of the gateway. */
export const gatewaySchema = {
  host: {
    doc: 'Address that the gateway listens on, behind the company proxy',
    format: 'text',
    default: '127.0.0.1',
    env: 'GATEWAY_HOST',
  },
  port: wholeNumber('Port of the gateway; 0 takes any free port', 'GATEWAY_PORT', 8080, 0, 65_535),
  webhookPath: {
    doc: 'Path that Box posts to',
    format: 'web-path',
    default: '/box/webhook',
    env: 'GATEWAY_WEBHOOK_PATH',
  },
  maxBodyBytes: wholeNumber(
    'Largest delivery body, in bytes',
    'GATEWAY_MAX_BODY_BYTES',
    1 << 20,
    1024,
    64 << 20,
  ),
  maxBytesInFlight: wholeNumber(
    'Largest total of all delivery bodies that are read at a time, in bytes',
    'GATEWAY_MAX_BYTES_IN_FLIGHT',
    8 << 20,
    1 << 20,
  ),
  maxConnections: wholeNumber(
    'Connections at a time; a new one replaces the one that has been idle for longest',
    'GATEWAY_MAX_CONNECTIONS',
    1024,
    16,
    65_535,
  ),
  bodyTimeoutMs: wholeNumber(
    'Longest time for a delivery to arrive, in ms',
    'GATEWAY_BODY_TIMEOUT_MS',
    10_000,
    100,
    25_000,
  ),
  startTimeoutMs: wholeNumber(
    'Longest time for Temporal to store a start before the gateway answers 503, in ms',
    'GATEWAY_START_TIMEOUT_MS',
    4000,
    500,
    4500,
  ),
  dataDir: text(
    'Directory of uploads whose folder has no client yet; gateways may share it',
    'GATEWAY_DATA_DIR',
  ),
}
