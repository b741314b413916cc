/** Bytes in, whole lines out. Lines are cut at 64 KiB, so that no file can make one grow without end. */
export function lineSplitter(onLine: (line: string) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\n')
    rest = (lines.pop() ?? '').slice(0, 64 << 10)
    for (const line of lines) onLine(line)
  }
}
