import type { PrivacyFacts } from '../../facts/file'
import { bufferReader } from './file-reader'
import { type ExifFacts, readExif } from './read-exif'
import { type PngText, rawProfile } from './read-png-text'

/** Personal data in an image's metadata: that a value is present, never the value itself. */
export function readPrivacy(
  exif: ExifFacts,
  { xmp, iptc, texts = [] }: { xmp?: Buffer; iptc?: Buffer; texts?: PngText[] },
): PrivacyFacts {
  // The packet may be megabytes of thumbnails and history; values of cameras come first.
  const packet = readPacket(xmp?.toString('utf8', 0, maxPacketBytes) ?? '')
  const found = [exif, packet, { ...noTraces, hasAuthor: iptc?.includes(iptcByline) === true }]
  return combined([...found, ...texts.map(readText)])
}

const maxPacketBytes = 4 << 20

/** IPTC's by-line is record 2, data set 80. */
const iptcByline = Buffer.from([0x1c, 0x02, 0x50])

const noTraces: PrivacyFacts = { hasGps: false, hasSerialNumber: false, hasAuthor: false }

/** What any of them says. */
export function combined(all: PrivacyFacts[]): PrivacyFacts {
  const hasUserPath = all.some((one) => one.hasUserPath === true)
  return {
    hasGps: all.some(({ hasGps }) => hasGps),
    hasSerialNumber: all.some(({ hasSerialNumber }) => hasSerialNumber),
    hasAuthor: all.some(({ hasAuthor }) => hasAuthor),
    ...(hasUserPath && { hasUserPath }),
  }
}

/** XMP's properties for places, cameras and persons, and paths in its history. */
function readPacket(text: string): PrivacyFacts {
  return {
    hasGps:
      hasValue(text, 'exif:GPSL(?:atitude|ongitude)') || hasValue(text, 'drone-dji:Gps[Ll](?:at|on)\\w+'),
    hasSerialNumber: hasValue(text, '(?:aux|exifEX|exif):(?:SerialNumber|BodySerialNumber|LensSerialNumber)'),
    hasAuthor:
      /<dc:creator>\s*(?:<rdf:(?:Seq|Bag|li)[^>]*>\s*)*[^<\s]/.test(text) ||
      hasValue(text, '(?:aux:OwnerName|exifEX:CameraOwnerName|tiff:Artist|Iptc4xmpCore:Ci(?:Email|Tel)Work)'),
    hasUserPath: userPath.test(text),
  }
}

/** A folder of a user on macOS, Windows or Linux: its name is often the name of a person. */
const userPath = /(?:\/Users\/|[A-Z]:[\\/]Users[\\/]|\/home\/)(?!Shared\b|Public\b|Default\b)[^\\/<>"'&\s]/i

/** A property is an attribute or an element; an empty one does not count. */
function hasValue(text: string, name: string): boolean {
  return new RegExp(`${name}\\s*(?:=\\s*["'][^"'\\s]|>\\s*[^<\\s])`).test(text)
}

/** PNG 11.3.4.2 names the keyword Author; other editors copy whole blocks of metadata into a text. */
function readText(text: PngText): PrivacyFacts {
  const { keyword, value } = text
  const raw = rawProfile(text)
  if (raw?.kind === 'exif' || raw?.kind === 'app1') {
    const isExif = raw.bytes.toString('latin1', 0, 4) === 'Exif'
    return isExif ? readExif(bufferReader(raw.bytes.subarray(6))) : readPacket(raw.bytes.toString('utf8'))
  }
  if (raw?.kind === 'iptc' || raw?.kind === '8bim')
    return { ...noTraces, hasAuthor: raw.bytes.includes(iptcByline) }
  if (keyword === 'XML:com.adobe.xmp' || raw?.kind === 'xmp')
    return readPacket(raw === undefined ? value : raw.bytes.toString('utf8'))
  const isAuthor = /^(?:author|artist)$/i.test(keyword) && value.trim() !== ''
  return { ...noTraces, hasAuthor: isAuthor, hasUserPath: userPath.test(value) }
}
