import type { DetectedType } from './detected-type'

/**
 * Text files. None is a medium: SVG and HTML load other files, playlists and concat lists make a decoder
 * open the files they name. Each gets its own type, and no decoder ever opens one.
 */
export function detectText(head: Buffer): DetectedType | undefined {
  const text = decode(head)
  if (text === undefined) return undefined
  const known = kinds.find(({ pattern }) => pattern.test(text))
  return (
    known?.is ?? {
      type: 'text',
      mime: 'text/plain',
      extensions: ['txt', 'csv', 'md', 'json'],
      description: 'text file',
    }
  )
}

const kinds: { pattern: RegExp; is: DetectedType }[] = [
  {
    pattern: /^\s*#EXTM3U/,
    is: {
      type: 'm3u8',
      mime: 'application/vnd.apple.mpegurl',
      extensions: ['m3u8', 'm3u'],
      description: 'playlist',
    },
  },
  {
    pattern: /^\s*ffconcat\b/,
    is: {
      type: 'ffconcat',
      mime: 'text/plain',
      extensions: ['ffconcat'],
      description: 'list of files to join',
    },
  },
  {
    pattern: /^\s*file\s+['"/\w.]+/,
    is: {
      type: 'ffconcat',
      mime: 'text/plain',
      extensions: ['ffconcat'],
      description: 'list of files to join',
    },
  },
  {
    pattern: /^\s*\[playlist\]/i,
    is: { type: 'pls', mime: 'audio/x-scpls', extensions: ['pls'], description: 'playlist' },
  },
  {
    pattern: /^\s*v=0\r?\no=/,
    is: { type: 'sdp', mime: 'application/sdp', extensions: ['sdp'], description: 'stream description' },
  },
  {
    pattern: /^\s*(?:<!--[^]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html|<head|<body|<script)/i,
    is: { type: 'html', mime: 'text/html', extensions: ['html', 'htm'], description: 'web page' },
  },
  {
    pattern: /^[^]{0,4000}?<svg[\s>]/i,
    is: { type: 'svg', mime: 'image/svg+xml', extensions: ['svg'], description: 'SVG drawing' },
  },
  {
    pattern: /^[^]{0,4000}?<MPD[\s>]/,
    is: { type: 'mpd', mime: 'application/dash+xml', extensions: ['mpd'], description: 'playlist' },
  },
  {
    pattern: /^\s*<(?:\?xml|smil|asx|[a-z])/i,
    is: {
      type: 'xml',
      mime: 'application/xml',
      extensions: ['xml', 'xmp', 'idml'],
      description: 'XML document',
    },
  },
  {
    pattern: /^WEBVTT/,
    is: { type: 'vtt', mime: 'text/vtt', extensions: ['vtt'], description: 'subtitles' },
  },
  {
    pattern: /^\s*1\r?\n\d\d:\d\d:\d\d,\d/,
    is: { type: 'srt', mime: 'application/x-subrip', extensions: ['srt'], description: 'subtitles' },
  },
]

/**
 * The text, or undefined for binary data: UTF-8, or UTF-16 with a byte-order mark, without control
 * characters other than white space.
 */
function decode(head: Buffer): string | undefined {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  // Latin-1 is text too: a few replacement characters do not make it binary.
  let strange = 0
  for (const character of text) if (isStrange(character)) strange++
  return strange <= text.length / 100 ? text : undefined
}

const isStrange = (character: string) =>
  character === '\ufffd' || (character < ' ' && !'\t\n\v\f\r\x1b'.includes(character))
