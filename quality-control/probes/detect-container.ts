import { detectMpegAudio } from './detect-mpeg-audio'
import type { DetectedType } from './detected-type'

/** Formats that a container (ISO media, RIFF, Matroska, Ogg, ZIP …) or a pattern of sync bytes identifies. */
export function detectContainer(head: Buffer): DetectedType | undefined {
  return (
    isoMedia(head) ??
    riff(head) ??
    matroska(head) ??
    ogg(head) ??
    aiff(head) ??
    bmp(head) ??
    zip(head) ??
    transportStream(head) ??
    detectMpegAudio(head)
  )
}

const text = (head: Buffer, start: number, length: number) => head.toString('latin1', start, start + length)

function isoMedia(head: Buffer): DetectedType | undefined {
  const box = text(head, 4, 4)
  // QuickTime before 2001 had no `ftyp`.
  if (['moov', 'mdat', 'wide', 'pnot'].includes(box)) return quickTime
  if (box !== 'ftyp') return undefined
  const end = Math.min(head.length, head.readUInt32BE(0))
  const brands = [text(head, 8, 4)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(head, at, 4))
  return isoBrand(brands)
}

const quickTime: DetectedType = {
  type: 'mov',
  mime: 'video/quicktime',
  extensions: ['mov', 'qt'],
  medium: 'video',
  description: 'QuickTime video',
}
const mp4: DetectedType = {
  type: 'mp4',
  mime: 'video/mp4',
  extensions: ['mp4', 'm4v'],
  medium: 'video',
  description: 'MP4 video',
}
const m4a: DetectedType = {
  type: 'm4a',
  mime: 'audio/mp4',
  extensions: ['m4a', 'mp4'],
  medium: 'audio',
  description: 'MPEG-4 audio file',
}

/** The major brand decides; images may also use the neutral brands `mif1` and `msf1`. */
function isoBrand(brands: string[]): DetectedType {
  const major = brands[0] ?? ''
  const has = (...wanted: string[]) => wanted.some((brand) => brands.includes(brand))
  const isImage = ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].includes(
    major,
  )
  if (major === 'avis')
    return {
      type: 'avis',
      mime: 'image/avif',
      extensions: ['avif', 'avifs'],
      medium: 'image',
      description: 'animated AVIF image',
    }
  if (isImage && has('avif', 'avis')) {
    return {
      type: 'avif',
      mime: 'image/avif',
      extensions: ['avif'],
      medium: 'image',
      description: 'AVIF image',
    }
  }
  if (isImage)
    return {
      type: 'heic',
      mime: 'image/heic',
      extensions: ['heic', 'heif'],
      medium: 'image',
      description: 'HEIC image',
    }
  if (major === 'qt  ') return quickTime
  if (/^M4[AB]/.test(major)) return m4a
  if (major.startsWith('3g')) {
    return {
      type: '3gp',
      mime: 'video/3gpp',
      extensions: ['3gp', '3g2', 'mp4'],
      medium: 'video',
      description: '3GPP video',
    }
  }
  return mp4
}

function riff(head: Buffer): DetectedType | undefined {
  if (text(head, 0, 4) !== 'RIFF' && text(head, 0, 4) !== 'RF64') return undefined
  const form = text(head, 8, 4)
  if (form === 'WEBP')
    return {
      type: 'webp',
      mime: 'image/webp',
      extensions: ['webp'],
      medium: 'image',
      description: 'WebP image',
    }
  if (form === 'AVI ')
    return {
      type: 'avi',
      mime: 'video/x-msvideo',
      extensions: ['avi'],
      medium: 'video',
      description: 'AVI video',
    }
  if (form === 'WAVE') {
    return {
      type: 'wav',
      mime: 'audio/wav',
      extensions: ['wav', 'bwf'],
      medium: 'audio',
      description: 'WAV audio file',
    }
  }
  return undefined
}

function matroska(head: Buffer): DetectedType | undefined {
  if (!head.subarray(0, 4).equals(Buffer.from('1A45DFA3', 'hex'))) return undefined
  return head.subarray(0, 512).includes('webm')
    ? {
        type: 'webm',
        mime: 'video/webm',
        extensions: ['webm', 'weba'],
        medium: 'video',
        description: 'WebM video',
      }
    : {
        type: 'mkv',
        mime: 'video/x-matroska',
        extensions: ['mkv', 'mka'],
        medium: 'video',
        description: 'Matroska video',
      }
}

function ogg(head: Buffer): DetectedType | undefined {
  if (text(head, 0, 4) !== 'OggS') return undefined
  return head.subarray(0, 512).includes('theora')
    ? {
        type: 'ogv',
        mime: 'video/ogg',
        extensions: ['ogv', 'ogg'],
        medium: 'video',
        description: 'Ogg video',
      }
    : {
        type: 'ogg',
        mime: 'audio/ogg',
        extensions: ['ogg', 'oga', 'opus'],
        medium: 'audio',
        description: 'Ogg audio file',
      }
}

function aiff(head: Buffer): DetectedType | undefined {
  if (text(head, 0, 4) !== 'FORM' || !['AIFF', 'AIFC'].includes(text(head, 8, 4))) return undefined
  return {
    type: 'aiff',
    mime: 'audio/aiff',
    extensions: ['aif', 'aiff', 'aifc'],
    medium: 'audio',
    description: 'AIFF audio file',
  }
}

/** Many texts begin with `BM`: the size of the second header must also be a valid one. */
function bmp(head: Buffer): DetectedType | undefined {
  if (
    text(head, 0, 2) !== 'BM' ||
    head.length < 26 ||
    ![12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14))
  )
    return undefined
  return {
    type: 'bmp',
    mime: 'image/bmp',
    extensions: ['bmp', 'dib'],
    medium: 'image',
    description: 'BMP image',
  }
}

function zip(head: Buffer): DetectedType | undefined {
  if (text(head, 0, 2) !== 'PK' || !['\x03\x04', '\x05\x06', '\x07\x08'].includes(text(head, 2, 2)))
    return undefined
  const office = [
    { part: 'word/', type: 'docx', description: 'Word document' },
    { part: 'xl/', type: 'xlsx', description: 'Excel document' },
    { part: 'ppt/', type: 'pptx', description: 'PowerPoint document' },
  ].find(({ part }) => head.includes(part))
  if (office === undefined)
    return head.includes('application/vnd.adobe.indesign-idml-package') ? idml : archive
  return {
    type: office.type,
    mime: 'application/zip',
    extensions: [office.type],
    description: office.description,
  }
}

const idml: DetectedType = {
  type: 'idml',
  mime: 'application/vnd.adobe.indesign-idml-package',
  extensions: ['idml'],
  description: 'InDesign exchange document',
}
/** An HTML5 banner, when a web page is inside. */
const archive: DetectedType = {
  type: 'zip',
  mime: 'application/zip',
  extensions: ['zip'],
  medium: 'banner',
  description: 'ZIP archive',
}

/** 188-byte packets, each with sync byte 0x47; 192 with a four-byte time code in front (m2ts). */
function transportStream(head: Buffer): DetectedType | undefined {
  const isRhythm = (offset: number, step: number) =>
    [0, 1, 2, 3].every((packet) => head[offset + packet * step] === 0x47)
  if (!isRhythm(0, 188) && !isRhythm(4, 192)) return undefined
  return {
    type: 'mpegts',
    mime: 'video/mp2t',
    extensions: ['ts', 'm2ts', 'mts'],
    medium: 'video',
    description: 'MPEG transport stream',
  }
}
