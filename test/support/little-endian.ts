const bytes = (size: number) => (value: number) => {
  const buffer = Buffer.alloc(size)
  buffer.writeUIntLE(value, 0, size)
  return buffer
}

export const little16 = bytes(2)
export const little32 = bytes(4)
