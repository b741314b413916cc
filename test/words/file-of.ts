/** The file of a check's translation, `pdf-pages`: a room of many checks has several. */
export function fileOf(id: string): string {
  const [room = '', name = ''] = id.split('/')
  const listed = Object.entries(files).find(([file, names]) => file.startsWith(room) && names.includes(name))
  return listed?.[0] ?? rest[room] ?? room
}

const files: Record<string, readonly string[]> = {
  'audio-levels': [
    ...['loudness', 'loudness-range', 'short-term-loudness', 'true-peak', 'clipping', 'silence'],
    ...['silent-ends', 'dropouts', 'must-be-silent'],
  ],
  'image-content': [
    ...['animation', 'blank', 'blur', 'contrast', 'exposure', 'flashes', 'jpeg-quality', 'transparency'],
  ],
  'pdf-colour': [
    ...['ink-coverage', 'knockout-black-text', 'output-intent', 'overprint', 'registration-colour'],
    ...['rgb-colour', 'rich-black-text', 'similar-spot-names', 'spot-colours', 'transparency'],
  ],
  'pdf-content': [
    ...['annotations', 'form-fields', 'image-resolution', 'layers', 'missing-fonts', 'text-size'],
    ...['type3-fonts', 'unread-content'],
  ],
  'pdf-pages': [
    ...['blank-pages', 'bleed', 'box-nesting', 'hairlines', 'mixed-page-sizes', 'page-count', 'page-size'],
    'text-near-trim',
  ],
  'video-content': [
    ...['black-frames', 'blockiness', 'blur', 'flash-frames', 'flashes', 'frozen-frames', 'letterbox'],
    ...['missing-frames', 'repeated-frames'],
  ],
  'video-delivery': [
    ...['bit-rate', 'captions', 'container', 'declared-values', 'duration', 'programme', 'slate'],
    ...['slate-text', 'timecode'],
  ],
}

const rest: Record<string, string> = {
  ...{ audio: 'audio-tracks', image: 'image-format', pdf: 'pdf-document', video: 'video-signal' },
}
