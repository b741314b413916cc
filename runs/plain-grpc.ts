/**
 * Text of a failed gRPC call for a person: without the notes of @grpc/grpc-js, which are empty or say where
 * inside the library the time went.
 */
export function plainGrpc(text: string): string {
  return text
    .replace(/Deadline exceeded after ([\d.]+)s[^]*$/, (_, seconds: string) => {
      const rounded = Number(Number(seconds).toFixed(Number(seconds) < 1 ? 1 : 0))
      return `did not answer within ${rounded} s`
    })
    .replace(/\.? Resolution note:\s*$/, '')
}
