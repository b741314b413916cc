import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** An HTML5 banner of 300 × 250 in a ZIP archive (APPNOTE 6.3.10, stored). Each is another file. */
export function canaryBanner(): Buffer {
  const page = Buffer.from(
    '<!doctype html><html><head><meta name="ad.size" content="width=300,height=250"><title>Test</title>' +
      '<script>var clickTag = "https://example.com"</script></head>' +
      `<body><a href="javascript:window.open(window.clickTag)">Test ${randomUUID()}</a></body></html>`,
  )
  const name = Buffer.from('index.html')
  // Version, flags, method, time, 1 January 1980, checksum, both sizes, lengths of name and extra field.
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(0x21, 8)
  shared.writeUInt32LE(crc32(page), 10)
  shared.writeUInt32LE(page.length, 14)
  shared.writeUInt32LE(page.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, page])
  const version = Buffer.from([20, 0])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), version, shared, Buffer.alloc(14), name])
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
