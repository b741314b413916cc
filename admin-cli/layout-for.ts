import type { Layout } from './table'

/**
 * How tables are printed on this stream. Colours need a terminal; NO_COLOR (https://no-color.org), TERM=dumb
 * and `--no-color` switch them off. A pipe gets whole values, as does a terminal that does not know its
 * width: a pty of CI and `docker run -t` report 0 columns.
 */
export function layoutFor(
  { isTTY, columns }: { isTTY?: boolean; columns?: number },
  flags: ReadonlySet<string>,
  { NO_COLOR = '', TERM }: Readonly<Record<string, string | undefined>>,
): Layout {
  const isTerminal = isTTY === true
  return {
    width: isTerminal && !flags.has('--wide') && columns !== 0 ? columns : undefined,
    hasColour: isTerminal && !flags.has('--no-color') && NO_COLOR === '' && TERM !== 'dumb',
  }
}
