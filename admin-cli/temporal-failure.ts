import { plainGrpc } from '../runs/plain-grpc'
import { CliError } from './exit-codes'

/** Status codes of gRPC that a person can do something about. https://grpc.io/docs/guides/status-codes/ */
const [invalidArgument, deadlineExceeded, notFound, denied] = [3, 4, 5, 7]
const [unimplemented, internal, unavailable, unauthenticated] = [12, 13, 14, 16]

export interface GrpcStatus {
  code: number
  details: string
}

/** The status of a gRPC call that failed, anywhere in the chain of causes. */
export function grpcStatusOf(error: unknown): GrpcStatus | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code: unknown = Reflect.get(one, 'code')
    const details: unknown = Reflect.get(one, 'details')
    if (typeof code === 'number' && typeof details === 'string') return { code, details: plainGrpc(details) }
  }
  return undefined
}

/** Why Temporal cannot be used, for the person; an error of another kind as it is. */
export function temporalFailure(
  cause: unknown,
  { address, namespace }: { address?: string; namespace?: string } = {},
): unknown {
  const status = grpcStatusOf(cause)
  if (status === undefined) return cause
  const { code, details } = status
  const where = address === undefined ? 'Temporal' : `Temporal at ${address}`
  if (code === notFound)
    return new CliError(
      'config',
      `${where} has no namespace "${namespace ?? ''}"`,
      'Is TEMPORAL_NAMESPACE right? See: temporal operator namespace list',
      { cause },
    )
  if (code === denied || code === unauthenticated)
    return new CliError(
      'permission',
      `${where} does not accept us: ${details}`,
      'Check TEMPORAL_API_KEY or TEMPORAL_TLS_CLIENT_CERT_PATH, and the namespace',
      { cause },
    )
  if (code === invalidArgument)
    return new CliError('config', `${where} refuses the call: ${details}`, 'Run: admin-cli setup', { cause })
  if (code === unavailable || code === deadlineExceeded) {
    const says = details.startsWith('did not answer') ? details : `does not answer: ${details}`
    return new CliError('upstreamDown', `${where} ${says}`, checkAddress, { cause })
  }
  if (code === unimplemented || code === internal)
    return new CliError(
      'upstreamDown',
      `${where} does not answer as a Temporal server does: ${details}`,
      `Does something else listen there? ${checkAddress}`,
      { cause },
    )
  return new CliError('unexpected', `${where} answered ${code}: ${details}`, undefined, { cause })
}

const checkAddress =
  'Is TEMPORAL_ADDRESS right (and TEMPORAL_NAMESPACE, TEMPORAL_API_KEY for Temporal Cloud)?'
