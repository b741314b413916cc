/**
 * ffmpeg's demuxers for a detected type. None of them opens another file; playlists, concat lists, image
 * sequences and the like have no entry, so no file can select one.
 */
export function demuxersFor(detectedType: string): readonly string[] | undefined {
  return Object.hasOwn(demuxers, detectedType) ? demuxers[detectedType] : undefined
}

const demuxers: Record<string, readonly string[]> = {
  mp4: ['mov'],
  mov: ['mov'],
  m4a: ['mov'],
  '3gp': ['mov'],
  webm: ['matroska'],
  mkv: ['matroska'],
  mxf: ['mxf'],
  avi: ['avi'],
  flv: ['flv'],
  asf: ['asf'],
  mpeg: ['mpeg', 'mpegvideo'],
  mpegts: ['mpegts'],
  ogv: ['ogg'],
  ogg: ['ogg'],
  wav: ['wav'],
  w64: ['w64'],
  amr: ['amr'],
  ac3: ['ac3', 'eac3'],
  aiff: ['aiff'],
  caf: ['caf'],
  flac: ['flac'],
  mp3: ['mp3', 'aac'],
  aac: ['aac'],
}
