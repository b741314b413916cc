import type { PrivacyFacts } from '../../facts/file'

/** Personal traces in an XMP packet: that a value is there, never the value. Looks at the first megabyte. */
export function readXmp(xmp: Buffer | undefined): PrivacyFacts {
  const text = xmp?.toString('utf8', 0, 1 << 20) ?? ''
  return {
    hasGps: hasValue(text, 'exif:GPSL(?:atitude|ongitude)'),
    hasSerialNumber: hasValue(text, '(?:aux|exifEX|exif):(?:SerialNumber|BodySerialNumber|LensSerialNumber)'),
    hasAuthor: /<dc:creator>\s*(?:<rdf:(?:Seq|Bag|li)[^>]*>\s*)*[^<\s]/.test(text),
  }
}

/** A property stands as an attribute or as an element; an empty one tells nothing. */
function hasValue(text: string, name: string): boolean {
  return new RegExp(`${name}\\s*(?:=\\s*["'][^"'\\s]|>\\s*[^<\\s])`).test(text)
}
