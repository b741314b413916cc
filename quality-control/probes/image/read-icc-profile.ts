import type { ColourModel, ColourProfile } from '../../facts/image'
import { measuredRgbSpace } from './measured-rgb-space'

/**
 * Name, colour model and measured space of an embedded ICC profile (ICC.1:2022, 7.2 header and 10.15 / v2
 * 6.5.17 description). A broken profile is an unnamed one: the image still has one.
 */
export function readIccProfile(profile: Buffer): ColourProfile {
  const colourModel = models[profile.toString('latin1', 16, 20)] ?? 'other'
  const tagOf = (signature: string) => findTag(profile, signature)
  const description = tagOf('desc')
  const name = (description && textOf(description)) ?? 'unnamed profile'
  return { name, colourModel, space: colourModel === 'rgb' ? measuredRgbSpace(tagOf) : undefined }
}

const models: Record<string, ColourModel> = { 'RGB ': 'rgb', CMYK: 'cmyk', GRAY: 'grey', 'Lab ': 'lab' }

const maxTags = 200

function findTag(profile: Buffer, signature: string): Buffer | undefined {
  if (profile.length < 132) return undefined
  const count = Math.min(profile.readUInt32BE(128), maxTags)
  for (let at = 132; at + 12 <= Math.min(profile.length, 132 + count * 12); at += 12) {
    if (profile.toString('latin1', at, at + 4) !== signature) continue
    const offset = profile.readUInt32BE(at + 4)
    return profile.subarray(offset, offset + profile.readUInt32BE(at + 8))
  }
  return undefined
}

/** Version 2 has ASCII (`desc`), version 4 UTF-16 in several languages (`mluc`): the first one is used. */
function textOf(tag: Buffer): string | undefined {
  const type = tag.toString('latin1', 0, 4)
  if (type === 'desc' && tag.length > 12) return clean(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)))
  if (type !== 'mluc' || tag.length < 28) return undefined
  const length = tag.readUInt32BE(20)
  const offset = tag.readUInt32BE(24)
  const text = tag.subarray(offset, offset + length)
  return clean(new TextDecoder('utf-16be').decode(text))
}

function clean(text: string): string | undefined {
  const [name = ''] = text.split('\0')
  return name.replace(/\p{C}/gu, '').trim().slice(0, 100) || undefined
}
