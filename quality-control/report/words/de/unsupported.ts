import type { Says } from '../translations'

/** The format without its article, as rejections name it. */
export const unsupported: Says = {
  'An animated AVIF image is not supported. Deliver it as GIF, WebP or animated PNG.':
    'Animierte AVIF-Bilder werden nicht unterstützt. Liefern Sie die Datei als GIF, WebP oder ' +
    'animiertes PNG.',
  'A {0} image is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Bilder im Format {0} werden nicht unterstützt. Liefern Sie die Datei als JPEG, PNG oder TIFF.',
  'A {0} image with CIELAB colours is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Bilder im Format {0} mit CIELAB-Farben werden nicht unterstützt. Liefern Sie die Datei als ' +
    'JPEG, PNG oder TIFF.',
  'A {0} image with a codec that no decoder here knows is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Bilder im Format {0} mit diesem Codec werden nicht unterstützt. Liefern Sie die Datei als JPEG, ' +
    'PNG oder TIFF.',
  'A {0} image with old-style JPEG compression is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Bilder im Format {0} mit alter JPEG-Kompression werden nicht unterstützt. Liefern Sie die Datei ' +
    'als JPEG, PNG oder TIFF.',
  'A {0} image with more than 8 bits per channel is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Bilder im Format {0} mit mehr als 8 Bit pro Kanal werden nicht unterstützt. Liefern Sie die ' +
    'Datei als JPEG, PNG oder TIFF.',
  'This kind of {0} image is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'Diese Art von Bild ({0}) wird nicht unterstützt. Liefern Sie es als JPEG, PNG oder TIFF mit 8 Bit.',
  'This kind of {0} document is not supported. Export it again as PDF 1.7 or older.':
    'Diese Art von Dokument ({0}) wird nicht unterstützt. Exportieren Sie es erneut als PDF 1.7 oder älter.',
  ['This kind of {0} video is not supported. Deliver it as MP4 with H.264 video and AAC stereo ' +
  'audio, or as ProRes in MOV.']:
    'Diese Art von Video ({0}) wird nicht unterstützt. Liefern Sie es als MP4 mit H.264-Video und ' +
    'AAC-Stereoton oder als ProRes in MOV.',
  'This kind of {0} audio file is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'Diese Art von Audiodatei ({0}) wird nicht unterstützt. Liefern Sie sie als WAV oder AAC in ' +
    'Mono, Stereo oder 5.1.',
  ['This kind of ZIP archive is not supported. Deliver it as a ZIP archive without a password, ' +
  'with index.html at its top.']:
    'Diese Art von ZIP-Archiv wird nicht unterstützt. Liefern Sie es ohne Passwort, mit index.html ' +
    'in der obersten Ebene.',
}
