import { coloured } from './colour'
import { cutInMiddle, widthOf, wrapped } from './text-width'
import { visible } from './visible'

export interface Column {
  title: string
  /** On a narrow terminal its values are cut in the middle. For names and sentences, never for ids. */
  isCut?: boolean
  /** On a narrow terminal its sentences go on in the next line. For the last column only. */
  isWrapped?: boolean
  /** On a terminal only with `--wide`. */
  isWideOnly?: boolean
  /** Its values are states and verdicts, in colour where the terminal has colours. */
  isState?: boolean
}

/** Columns under their headings. Rendered by `Output`, which knows the terminal. */
export interface Table {
  columns: Column[]
  rows: string[][]
  hasHeadings: boolean
}

export interface Layout {
  /** Columns of the terminal; undefined for whole values: into a pipe, or with `--wide`. */
  width: number | undefined
  hasColour: boolean
}

export function table(columns: (string | Column)[], rows: string[][]): Table {
  return {
    columns: columns.map((one) => (typeof one === 'string' ? { title: one } : one)),
    rows,
    hasHeadings: true,
  }
}

/** One thing: a label and a value on each line. Values are never cut. */
export function fields(rows: [label: string, value: string][]): Table {
  return { columns: [{ title: '' }, { title: '', isState: true, isWrapped: true }], rows, hasHeadings: false }
}

/** Between two columns. */
const gap = '  '
/** No column gets narrower than this. */
const minWidth = 12

/** As wide as the widest value; the last column is not padded. */
export function renderTable({ columns, rows, hasHeadings }: Table, { width, hasColour }: Layout): string {
  const shown = columns.flatMap((column, index) =>
    column.isWideOnly === true && width !== undefined ? [] : [{ ...column, index }],
  )
  const lines = rows.map((row) => shown.map(({ index }) => visible(row[index] ?? '').replace(/\n/g, ' ')))
  const all = hasHeadings ? [shown.map(({ title }) => title), ...lines] : lines
  const widths = fitted(
    shown.map((column, at) => ({
      isCut: column.isCut === true || column.isWrapped === true,
      width: Math.max(0, ...all.map((line) => widthOf(line[at] ?? ''))),
    })),
    width,
  )
  const printed = (line: string[], isColoured: boolean) => {
    const cells = line.map((value, at) => {
      const cut = shown[at]?.isWrapped === true ? value : cutInMiddle(value, widths[at] ?? 0)
      const padding = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cut)))
      return `${isColoured && shown[at]?.isState === true ? coloured(cut) : cut}${padding}`
    })
    return cells.join(gap).trimEnd()
  }
  return all
    .flatMap((line, number) =>
      (shown.at(-1)?.isWrapped === true ? wrappedRow(line, widths.at(-1) ?? 0) : [line]).map((one) =>
        printed(one, hasColour && !(hasHeadings && number === 0)),
      ),
    )
    .join('\n')
}

/** The row, and below it a row for each further line of its last value. */
function wrappedRow(row: string[], width: number): string[][] {
  const before = row.slice(0, -1)
  const empty = before.map(() => '')
  return wrapped(row.at(-1) ?? '', width).map((text, at) => [...(at === 0 ? before : empty), text])
}

/** Takes one column after the other from the widest that may be cut, until the line fits. */
function fitted(columns: { isCut: boolean; width: number }[], available: number | undefined): number[] {
  const widths = columns.map(({ width }) => width)
  if (available === undefined) return widths
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - available
  for (; excess > 0; excess -= 1) {
    const widest = widths.reduce(
      (best, width, at) =>
        columns[at]?.isCut === true && width > minWidth && width > (widths[best] ?? 0) ? at : best,
      -1,
    )
    if (widest === -1) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
