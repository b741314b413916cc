import type { DataConverter } from '@temporalio/common'

import { createPayloadCodec, type PayloadKey } from './payload-codec'

/**
 * How clients and workers write data to Temporal: readable without keys; with keys payloads are encrypted,
 * and so are the messages of failures, which can contain names of files.
 */
export function dataConverterFor(keys: readonly PayloadKey[] | undefined): DataConverter {
  if (keys === undefined) return {}
  return {
    payloadCodecs: [createPayloadCodec(keys)],
    failureConverterPath: require.resolve('./failure-converter'),
  }
}
