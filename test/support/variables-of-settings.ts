import { schema } from '../../config/schema'

/** The environment variables of all settings, and those of Temporal's own configuration that we name. */
export function namesIn(node: unknown = schema): string[] {
  if (typeof node !== 'object' || node === null) return []
  const env: unknown = Reflect.get(node, 'env')
  const own = typeof env === 'string' ? [env] : Object.values(node).flatMap((one) => namesIn(one))
  return node === schema ? [...own, ...ofTemporal, 'NODE_ENV'] : own
}

const ofTemporal = [
  ...['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'TEMPORAL_API_KEY'],
  ...['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH', 'TEMPORAL_TLS_SERVER_CA_CERT_PATH'],
]
