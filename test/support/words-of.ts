/** The words of a command line, as a shell splits them, without redirections. */
export function wordsOf(line: string): string[] {
  const [words = ''] = line.split(/ [<>|] /)
  return Array.from(words.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')
}
