import type { PdfColourSpace, PdfOverprintUse } from '../../../facts/pdf'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'

export interface ColourSpace {
  kind: PdfColourSpace | 'pattern' | 'unknown'
  /** Colorants of Separation and DeviceN in order, process colours and `None` included. */
  colorants: string[]
  /** Of a pattern space: the colours under its uncoloured tiles. */
  base?: ColourSpace
  /** Defined by a profile or by CIE coordinates, not by the device. */
  isCalibrated?: boolean
  /** Components are the number of an entry in a palette, not a colour. */
  isIndexed?: boolean
}

export interface Colour {
  space: ColourSpace
  components: number[]
  /** The pattern that paints instead, resolved where it was selected. */
  pattern?: PdfValue
}

const device = (kind: PdfColourSpace): ColourSpace => ({ kind, colorants: [] })
export const gray = device('gray')
export const rgb = device('rgb')
export const cmyk = device('cmyk')
export const lab = device('lab')
const unknown: ColourSpace = { kind: 'unknown', colorants: [] }
const maxDepth = 8
const maxSpots = 32
const maxNameLength = 100

const byName: Record<string, ColourSpace> = {
  DeviceGray: gray,
  G: gray,
  CalGray: calibrated(gray),
  DeviceRGB: rgb,
  RGB: rgb,
  CalRGB: calibrated(rgb),
  DeviceCMYK: cmyk,
  CMYK: cmyk,
  CalCMYK: cmyk,
  Pattern: { kind: 'pattern', colorants: [] },
}
const processNames = ['Cyan', 'Magenta', 'Yellow', 'Black']

/**
 * The colorants behind a colour space. Names are resolved in the resources; abbreviations are those of
 * inline images.
 */
export function colourSpaceOf(
  objects: PdfObjects,
  value: PdfValue | undefined,
  resources: PdfDictionary,
  depth = 0,
): ColourSpace {
  if (depth > maxDepth) return unknown
  const name = objects.name(value)
  if (name !== undefined) {
    const named = objects.dictionary(resources['/ColorSpace'])[`/${name}`]
    return (
      byName[name] ?? (named === undefined ? unknown : colourSpaceOf(objects, named, resources, depth + 1))
    )
  }
  const [family, first] = objects.array(value)
  const inner = () => colourSpaceOf(objects, first, resources, depth + 1)
  switch (objects.name(family)) {
    case 'ICCBased':
      return iccSpace(objects, objects.dictionary(first), resources, depth)
    case 'Indexed':
    case 'I':
      return { ...inner(), isIndexed: true }
    case 'Pattern':
      return { kind: 'pattern', colorants: [], base: first === undefined ? undefined : inner() }
    case 'Separation':
      return inkSpace([objects.name(first)?.slice(0, maxNameLength) ?? ''])
    case 'DeviceN':
      return inkSpace(objects.array(first).map((one) => objects.name(one)?.slice(0, maxNameLength) ?? ''))
    case 'Lab':
      return calibrated(lab)
    default:
      return byName[objects.name(family) ?? ''] ?? unknown
  }
}

/** Spot colours by name, without process colours. */
export function spotNames({ colorants }: ColourSpace): string[] {
  return colorants
    .filter((name) => !processNames.includes(name) && name !== 'None' && name !== 'All')
    .slice(0, maxSpots)
}

/** Cyan, magenta, yellow and black, 0..1, of a colour that uses process inks only; undefined for others. */
export function processInks({ space, components }: Colour): [number, number, number, number] | undefined {
  const [c = 0, m = 0, y = 0, k = 0] = components
  if (space.isIndexed === true) return undefined
  if (space.kind === 'gray') return [0, 0, 0, 1 - c]
  if (space.kind !== 'cmyk') return undefined
  if (space.colorants.length === 0) return [c, m, y, k]
  const tint = (name: string) => components[space.colorants.indexOf(name)] ?? 0
  return [tint('Cyan'), tint('Magenta'), tint('Yellow'), tint('Black')]
}

export function isWhite(colour: Colour): boolean {
  const { space, components } = colour
  if (space.isIndexed === true) return false
  if (space.kind === 'spot' || space.kind === 'registration') return components.every((tint) => tint === 0)
  if (space.kind === 'rgb') return components.length > 0 && components.every((light) => light === 1)
  return processInks(colour)?.every((ink) => ink === 0) ?? false
}

/** Only in colorants that no plate stands for (ISO 32000-1, 8.6.6.4): nothing is painted. */
export function isNothing({ space: { colorants } }: Colour): boolean {
  return colorants.length > 0 && colorants.every((name) => name === 'None')
}

export function isPureBlack(colour: Colour): boolean {
  const inks = processInks(colour)
  return inks !== undefined && inks[3] > 0 && inks[0] + inks[1] + inks[2] === 0
}

/** Only the lines and letters in one ink are sharp when the plates do not register exactly. */
export function inkUse(colour: Colour): 'white' | 'several' | undefined {
  if (colour.pattern !== undefined) return undefined
  if (isWhite(colour)) return 'white'
  const { kind, colorants } = colour.space
  // Marks need every ink, and they are outside the page; on the page they are a fault of their own.
  if (kind === 'registration') return undefined
  const inks = kind === 'spot' && colorants.length > 1 ? colour.components : (processInks(colour) ?? [])
  return inks.filter((ink) => ink > 0).length > 1 ? 'several' : undefined
}

/**
 * White knocks out in DeviceCMYK under overprint mode 0; everywhere else a RIP may drop it (ISO 32000-1,
 * 8.6.7). DeviceGray has no own overprint: what it does to the other inks differs between RIPs.
 */
export function overprinted(colour: Colour, overprintMode: number): PdfOverprintUse['colour'] {
  const { kind } = colour.space
  const isKnockout = kind === 'cmyk' && overprintMode === 0
  if (kind !== 'rgb' && isWhite(colour)) return isKnockout ? 'other' : 'white'
  if (kind === 'gray') return 'gray'
  return isPureBlack(colour) ? 'black' : 'other'
}

/** Whether black in this state removes the inks under it: without overprint, and in DeviceCMYK by mode 0. */
export function blackKnocksOut(colour: Colour, isOverprinting: boolean, overprintMode: number): boolean {
  const { kind, colorants } = colour.space
  if (!isOverprinting) return true
  return kind === 'cmyk' && colorants.length === 0 && overprintMode === 0
}

/** Whether it leaves more than black ink and paper: what shows white edges around black that knocks out. */
export function isColoured(colour: Colour): boolean {
  return !isWhite(colour) && !isPureBlack(colour) && colour.space.kind !== 'unknown'
}

export function calibrated(space: ColourSpace): ColourSpace {
  return { ...space, isCalibrated: true }
}

function iccSpace(
  objects: PdfObjects,
  profile: PdfDictionary,
  resources: PdfDictionary,
  depth: number,
): ColourSpace {
  const alternate =
    profile['/Alternate'] === undefined
      ? unknown
      : colourSpaceOf(objects, profile['/Alternate'], resources, depth + 1)
  if (alternate.kind === 'lab') return alternate
  const components = objects.number(profile['/N'])
  return calibrated(components === 1 ? gray : components === 3 ? rgb : components === 4 ? cmyk : unknown)
}

function inkSpace(colorants: string[]): ColourSpace {
  if (colorants.includes('All')) return { kind: 'registration', colorants }
  return { kind: spotNames({ kind: 'spot', colorants }).length > 0 ? 'spot' : 'cmyk', colorants }
}
