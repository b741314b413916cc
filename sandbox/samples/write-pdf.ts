import { firstCode, lastCode, lineFont } from './line-font'
import type { Box } from './pdf-writer'
import { number, PdfWriter } from './pdf-writer'

const millimetre = 72 / 25.4
const a4 = { width: 210 * millimetre, height: 297 * millimetre }
const bleed = 3 * millimetre
const slug = 10 * millimetre

/**
 * A print advertisement as a printer wants it: A4 with 3 mm of bleed, CMYK throughout, its font embedded, 300
 * ppi, PDF/X-1a.
 */
export function goodPrintAd(): Buffer {
  const pdf = new PdfWriter()
  const font = embeddedFont(pdf)
  const image = cmykImage(pdf, 1940, 1126)
  const overprint = pdf.add('<< /Type /ExtGState /OP true /op true /OPM 1 >>')
  const registration = pdf.add(
    '[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]',
  )
  const trim: Box = [slug, slug, slug + a4.width, slug + a4.height]
  const media: Box = [0, 0, a4.width + 2 * slug, a4.height + 2 * slug]
  pdf.page({
    media,
    bleed: [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed],
    trim,
    content: [background(trim), photograph(trim), headline(trim), smallPrint(trim), cropMarks(trim)],
    resources:
      `/Font << /F1 ${font} >> /XObject << /Im1 ${image} >> /ExtGState << /Over ${overprint} >> ` +
      `/ColorSpace << /All ${registration} >>`,
  })
  const intent =
    '<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /OutputCondition (ISO ' +
    'Coated v2) /RegistryName (ICC registry) /Info (ISO Coated v2) >>'
  return pdf.toBuffer({
    version: '1.3',
    catalog: `/OutputIntents [${intent}]`,
    info:
      '/Title (Alder Coffee, spring advertisement) /Creator (Sample writer) /Producer (Sample writer) ' +
      '/Trapped /False /GTS_PDFXVersion (PDF/X-1:2001) /GTS_PDFXConformance (PDF/X-1a:2001)',
  })
}

/**
 * The same advertisement, made in a hurry: no bleed, RGB, a coarse image, a missing font, hairlines,
 * too much ink, a script.
 */
export function badPrintAd(): Buffer {
  const pdf = new PdfWriter()
  const font = pdf.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const image = rgbImage(pdf, 440, 288)
  const overprint = pdf.add('<< /Type /ExtGState /OP true /op true /OPM 1 >>')
  const faint = pdf.add('<< /Type /ExtGState /ca 0.5 >>')
  const spot = pdf.add(
    '[/Separation /PANTONE#20186#20C /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 ' +
      '[0.1 1 0.75 0.05] /N 1 >>]',
  )
  const script = pdf.add('<< /S /JavaScript /JS (app.alert\\("Open me"\\)) >>')
  const file = pdf.stream('/Type /EmbeddedFile', 'Do not send this to the client.\n')
  const attachment = pdf.add(`<< /Type /Filespec /F (notes.txt) /UF (notes.txt) /EF << /F ${file} >> >>`)
  const page: Box = [0, 0, a4.width, a4.height]
  pdf.page({
    media: page,
    content: [photograph(page), headline(page), careless(page)],
    resources:
      `/Font << /F1 ${font} >> /XObject << /Im1 ${image} >> /ExtGState << /Over ${overprint} /Faint ` +
      `${faint} >> /ColorSpace << /Spot ${spot} >>`,
  })
  return pdf.toBuffer({
    catalog: `/OpenAction ${script} /Names << /EmbeddedFiles << /Names [(notes.txt) ${attachment}] >> >>`,
    info: '/Title (final_FINAL_v7) /Author (Somebody) /Producer (Sample writer)',
  })
}

function background([left, bottom, right, top]: Box): string {
  const [width, height] = [right - left + 2 * bleed, top - bottom + 2 * bleed].map(number)
  return (
    `0.05 0.08 0.15 0 k ${number(left - bleed)} ${number(bottom - bleed)} ${width ?? 0} ${height ?? 0} ` +
    're f\n'
  )
}

function photograph([left, , right, top]: Box): string {
  const [width, height] = [right - left - 130, 270]
  return (
    `q ${number(width)} 0 0 ${number(height)} ${number(left + 65)} ${number(top - 65 - height)} cm ` +
    '/Im1 Do Q\n'
  )
}

/** In black ink only, on white paper, so that it prints sharp. */
function headline([left, , , top]: Box): string {
  const line = (text: string, size: number, y: number) =>
    `BT /F1 ${size} Tf ${number(left + 65)} ${number(top - y)} Td (${text}) Tj ET\n`
  return (
    'q /Over gs 0 0 0 1 k ' +
    `${line('Alder Coffee', 52, 410)}${line('Roasted slowly, shared gladly.', 22, 455)}Q\n`
  )
}

function smallPrint([left, bottom]: Box): string {
  const lines = [
    'Our new spring roast is here: round, sweet and',
    'gentle, with a hint of dark chocolate.',
    'Find a shop near you and taste it for free.',
  ]
  const text = lines.map((line) => `(${line}) Tj T*\n`).join('')
  const rule =
    `0 0.6 0.8 0.1 K 1.5 w ${number(left + 65)} ${number(bottom + 205)} m ${number(left + 200)} ` +
    `${number(bottom + 205)} l S\n`
  return (
    `q /Over gs 0 0 0 1 k BT /F1 13 Tf 20 TL ${number(left + 65)} ${number(bottom + 170)} Td ${text}ET ` +
    `Q\nq ${rule}Q\n`
  )
}

function cropMarks([left, bottom, right, top]: Box): string {
  const [gap, length] = [bleed + 3, slug - bleed - 6]
  const marks = [left, right].flatMap((x) => [
    [x, bottom - gap, x, bottom - gap - length],
    [x, top + gap, x, top + gap + length],
  ])
  const more = [bottom, top].flatMap((y) => [
    [left - gap, y, left - gap - length, y],
    [right + gap, y, right + gap + length, y],
  ])
  const lines = [...marks, ...more].map(
    ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S\n`,
  )
  return `q /All CS 1 SCN 0.25 w ${lines.join('')}Q\n`
}

/**
 * One of each: too much ink, a hairline, small text in four inks, white that overprints, a spot colour,
 * something transparent.
 */
function careless([left, bottom, right]: Box): string {
  const width = number(right - left)
  return [
    `1 1 1 1 k ${number(left)} ${number(bottom)} ${width} 90 re f`,
    `0 0 0 1 K 0.1 w ${number(left + 65)} ${number(bottom + 180)} m ${number(right - 65)} ` +
      `${number(bottom + 180)} l S`,
    `0.75 0.68 0.67 0.9 k BT /F1 7 Tf ${number(left + 65)} ${number(bottom + 160)} Td (Terms and ` +
      'conditons apply. Offer ends on lorem ipsum.) Tj ET',
    `q /Over gs 0 0 0 0 k BT /F1 24 Tf ${number(left + 65)} ${number(bottom + 40)} Td (Now in your ` +
      'shop) Tj ET Q',
    `/Spot cs 1 scn ${number(right - 165)} ${number(bottom + 200)} 100 60 re f`,
    `q /Faint gs 1 0 0 rg ${number(right - 215)} ${number(bottom + 230)} 100 60 re f Q`,
    '',
  ].join('\n')
}

function embeddedFont(pdf: PdfWriter): string {
  const { file, widths } = lineFont()
  const program = pdf.stream(`/Length1 ${file.length}`, file)
  const metrics =
    '/Flags 32 /FontBBox [0 -150 700 750] /ItalicAngle 0 /Ascent 750 /Descent -150 /CapHeight 750 /StemV 90'
  const descriptor = pdf.add(
    `<< /Type /FontDescriptor /FontName /AAAAAA+LineSans ${metrics} /FontFile2 ${program} >>`,
  )
  const range = `/FirstChar ${firstCode} /LastChar ${lastCode} /Widths [${widths.join(' ')}]`
  return pdf.add(
    `<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+LineSans /Encoding /WinAnsiEncoding ${range} ` +
      `/FontDescriptor ${descriptor} >>`,
  )
}

function cmykImage(pdf: PdfWriter, width: number, height: number): string {
  const pixels = hillsAtDawn(width, height, (dawn, hill) => [
    160 * hill + 60 * dawn,
    120 * hill + 120 * (1 - dawn),
    140 * (1 - dawn) + 60 * hill,
    110 * hill,
  ])
  return pdf.stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceCMYK ` +
      '/BitsPerComponent 8',
    pixels,
  )
}

function rgbImage(pdf: PdfWriter, width: number, height: number): string {
  const pixels = hillsAtDawn(width, height, (dawn, hill) => [
    255 - 150 * hill - 40 * dawn,
    190 - 90 * hill + 30 * dawn,
    120 + 110 * dawn - 80 * hill,
  ])
  return pdf.stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
      '/BitsPerComponent 8',
    pixels,
  )
}

const ridges = 3

/**
 * `dawn` falls from 1 at the sky's top to 0 at its foot, `hill` is how many of the ridges a point is
 * behind: 0 in the sky to 1.
 */
function hillsAtDawn(
  width: number,
  height: number,
  colour: (dawn: number, hill: number) => number[],
): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    return Array.from({ length: ridges + 1 }, (__, behind) =>
      colour(Math.max(0, 1 - (y / height) * 1.4), behind / ridges).map(Math.round),
    )
  })
  const channels = rows[0]?.[0]?.length ?? 0
  const pixels = Buffer.alloc(width * height * channels)
  for (let x = 0; x < width; x++) {
    const u = x / width
    const tops = [
      0.55 + 0.06 * Math.sin(u * 7),
      0.68 + 0.07 * Math.sin(u * 5 + 2),
      0.82 + 0.05 * Math.sin(u * 9 + 4),
    ].map((top) => top * height)
    for (const [y, row] of rows.entries()) {
      let behind = 0
      for (const top of tops) if (y > top) behind++
      const at = (y * width + x) * channels
      for (let channel = 0; channel < channels; channel++) pixels[at + channel] = row[behind]?.[channel] ?? 0
    }
  }
  return pixels
}
