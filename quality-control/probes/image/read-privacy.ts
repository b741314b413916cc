import type { PrivacyFacts } from '../../facts/file'
import type { ExifFacts } from './read-exif'

/** Personal data in an image's metadata: that a value is present, never the value itself. */
export function readPrivacy(
  exif: ExifFacts,
  xmp: Buffer | undefined,
  iptc: Buffer | undefined,
): PrivacyFacts {
  const packet = readXmp(xmp)
  return {
    hasGps: exif.hasGps || packet.hasGps,
    hasSerialNumber: exif.hasSerialNumber || packet.hasSerialNumber,
    hasAuthor: exif.hasAuthor || packet.hasAuthor || iptc?.includes(iptcByline) === true,
  }
}

/** IPTC's by-line is record 2, data set 80. */
const iptcByline = Buffer.from([0x1c, 0x02, 0x50])

/** Looks at the first megabyte of the packet. */
function readXmp(xmp: Buffer | undefined): PrivacyFacts {
  const text = xmp?.toString('utf8', 0, 1 << 20) ?? ''
  return {
    hasGps: hasValue(text, 'exif:GPSL(?:atitude|ongitude)'),
    hasSerialNumber: hasValue(text, '(?:aux|exifEX|exif):(?:SerialNumber|BodySerialNumber|LensSerialNumber)'),
    hasAuthor: /<dc:creator>\s*(?:<rdf:(?:Seq|Bag|li)[^>]*>\s*)*[^<\s]/.test(text),
  }
}

/** A property is an attribute or an element; an empty one does not count. */
function hasValue(text: string, name: string): boolean {
  return new RegExp(`${name}\\s*(?:=\\s*["'][^"'\\s]|>\\s*[^<\\s])`).test(text)
}
