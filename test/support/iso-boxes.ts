/** The contents of the first box of this kind (ISO 14496-12, 4.2). */
export function boxIn(file: Buffer, kind: string): Buffer {
  const at = file.indexOf(kind)
  return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4))
}

export function box(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(kind), body])
}

/** A box with a version, and flags that are 0. */
export function full(kind: string, version: number, ...parts: Buffer[]): Buffer {
  return box(kind, Buffer.from([version, 0, 0, 0]), ...parts)
}

export function u16(value: number): Buffer {
  return Buffer.from([(value >> 8) & 255, value & 255])
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
