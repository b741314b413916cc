/**
 * Text of a failed gRPC call for a person: without the notes of @grpc/grpc-js, which are empty or say where
 * inside the library the time went.
 */
export function plainGrpc(text: string): string {
  return text
    .replace(/Deadline exceeded after ([\d.]+)s[^]*$/, (_, seconds: string) => {
      return `did not answer within ${Math.round(Number(seconds) * 10) / 10} s`
    })
    .replace(/\.? Resolution note:\s*$/, '')
}
