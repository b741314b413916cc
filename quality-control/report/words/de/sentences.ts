import type { Says } from '../translations'

export const sentences: Says = {
  'The upload broke off. Export it again or upload it again.':
    'Das Hochladen ist abgebrochen. Exportieren Sie die Datei neu oder laden Sie sie erneut hoch.',
  'The file was changed after it was signed.': 'Die Datei wurde nach dem Signieren verändert.',
  'A statement in the manifest was changed after it was signed.':
    'Eine Angabe im Manifest wurde nach dem Signieren verändert.',
  'The signature does not fit the manifest.': 'Die Signatur passt nicht zum Manifest.',
  'The certificate of the signer had expired.': 'Das Zertifikat des Unterzeichners war abgelaufen.',
  'The certificate of the signer was revoked.': 'Das Zertifikat des Unterzeichners wurde widerrufen.',
  'The certificate of the signer cannot be used for Content Credentials.':
    'Das Zertifikat des Unterzeichners gilt nicht für Content Credentials.',
  'A part of the manifest is missing or was changed.': 'Ein Teil des Manifests fehlt oder wurde verändert.',
  'Reading them took too much time or memory.': 'Das Lesen brauchte zu viel Zeit oder Speicher.',
  'The file is larger than {0} MiB.': 'Die Datei ist größer als {0} MiB.',
  'Content Credentials in {0} are not supported here.':
    'Content Credentials werden hier nicht unterstützt für: {0}.',
  'The manifest is not where this format has it.':
    'Das Manifest ist nicht an der Stelle, die das Format vorsieht.',
  'The manifest is damaged.': 'Das Manifest ist beschädigt.',
  'The image has {0} × {1} = {2} million pixels; at most {3} million are decoded.':
    'Das Bild hat {0} × {1} = {2} Millionen Pixel; höchstens {3} Millionen werden dekodiert.',
  'A {0} is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Nicht unterstützt: {0}. Liefern Sie die Datei als JPEG, PNG oder TIFF.',
  'A {0} {1} is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Nicht unterstützt: {0} {1}. Liefern Sie die Datei als JPEG, PNG oder TIFF.',
  'The text could not be read: {0}': 'Der Text ließ sich nicht lesen: {0}',
  'The pages have more than {0} million drawing operators; the rest was not read.':
    'Die Seiten haben mehr als {0} Millionen Zeichenoperatoren; der Rest wurde nicht gelesen.',
  'Parts of page {0} are missing in the file.': 'Teile von Seite {0} fehlen in der Datei.',
  'Page {0}: an image of {1} × {2} pixels is damaged: its JPEG 2000 data ends early.':
    'Seite {0}: ein Bild mit {1} × {2} Pixeln ist beschädigt: seine JPEG-2000-Daten enden zu früh.',
  'Page {0}: an image of {1} × {2} pixels is damaged: {3}.':
    'Seite {0}: ein Bild mit {1} × {2} Pixeln ist beschädigt: {3}.',
  'Registration colour was measured by its screen colour.':
    'Die Passermarkenfarbe wurde an ihrer Bildschirmfarbe gemessen.',
  'Ink coverage was measured on the first {0} of {1} pages.':
    'Der Gesamtfarbauftrag wurde auf den ersten {0} von {1} Seiten gemessen.',
  'Pages {0} to {1} took too long to render: their ink coverage is not known.':
    'Das Rendern der Seiten {0} bis {1} dauerte zu lange: ihr Gesamtfarbauftrag ist nicht bekannt.',
  'Pages {0} to {1} crash the renderer: their ink coverage is not known.':
    'Die Seiten {0} bis {1} bringen den Renderer zum Absturz: ihr Gesamtfarbauftrag ist nicht bekannt.',
  'The PDF has no pages.': 'Das PDF hat keine Seiten.',
  'The pages could not be rendered within 5 minutes.':
    'Die Seiten ließen sich nicht innerhalb von 5 Minuten rendern.',
  'The pages crash the program that renders them.':
    'Die Seiten bringen das Programm zum Absturz, das sie rendert.',
  'The page contents decompress to more than {0} MiB.': 'Der Seiteninhalt ist entpackt größer als {0} MiB.',
  'The page contents could not be decompressed in the time allowed.':
    'Der Seiteninhalt ließ sich nicht in der vorgesehenen Zeit entpacken.',
  'The PDF needs a password to open.': 'Das PDF lässt sich nur mit einem Passwort öffnen.',
  'The PDF could not be read within {0} minutes.': 'Das PDF ließ sich nicht innerhalb von {0} Minuten lesen.',
  'The PDF crashes the program that reads it.': 'Das PDF bringt das Programm zum Absturz, das es liest.',
  'The PDF describes more than {0} MiB of objects.': 'Das PDF beschreibt mehr als {0} MiB an Objekten.',
  'The PDF is damaged beyond repair: {0}.':
    'Das PDF ist so beschädigt, dass es sich nicht reparieren lässt: {0}.',
  'The PDF is damaged beyond repair: its objects could not be read.':
    'Das PDF ist so beschädigt, dass es sich nicht reparieren lässt: seine Objekte sind nicht lesbar.',
  'The file could not be read: {0}': 'Die Datei ließ sich nicht lesen: {0}',
  'Its header could not be read within {0} s.': 'Der Header ließ sich nicht innerhalb von {0} s lesen.',
  'Its header crashes the decoder.': 'Der Header bringt den Decoder zum Absturz.',
  'The container declares a time of {0} s, expected at most a week.':
    'Der Container gibt eine Zeit von {0} s an, erwartet ist höchstens eine Woche.',
  'Stream {0} declares a time of {1} s, expected at most a week.':
    'Stream {0} gibt eine Zeit von {1} s an, erwartet ist höchstens eine Woche.',
  'Stream {0} declares pixels {1} times as wide as high, expected between 0.1 and 10.':
    'Stream {0} gibt Pixel an, die {1}-mal so breit wie hoch sind, erwartet ist ein Wert zwischen 0,1 ' +
    'und 10.',
  'The file has neither video nor audio that can be decoded.':
    'Die Datei enthält weder Video noch Ton, der sich dekodieren lässt.',
  'The audio has {0} channels; at most {1} are supported.':
    'Der Ton hat {0} Kanäle; höchstens {1} werden unterstützt.',
  'The video is {0} × {1} pixels; at most {2} million pixels are supported.':
    'Das Video hat {0} × {1} Pixel; höchstens {2} Millionen Pixel werden unterstützt.',
  'Decoding took longer than {0} s.': 'Das Dekodieren dauerte länger als {0} s.',
  'The frames could not be read: {0}': 'Die Einzelbilder ließen sich nicht lesen: {0}',
  'The supers could not be read: {0}': 'Die Texteinblendungen ließen sich nicht lesen: {0}',
  'The slate could not be read: {0}': 'Die Startkarte ließ sich nicht lesen: {0}',
  'The file is empty (0 bytes). Export it again and upload it again.':
    'Die Datei ist leer (0 Byte). Exportieren Sie sie neu und laden Sie sie erneut hoch.',
  'The file contains audio but no video. Export it again with its video.':
    'Die Datei enthält Ton, aber kein Video. Exportieren Sie sie erneut mit dem Video.',
  'The file format is not recognised. The file is probably damaged. Deliver {0}.':
    'Das Dateiformat wurde nicht erkannt. Die Datei ist vermutlich beschädigt. Liefern Sie {0}.',
  'The file format is not recognised. The file is probably damaged. Deliver {0} or {1}.':
    'Das Dateiformat wurde nicht erkannt. Die Datei ist vermutlich beschädigt. Liefern Sie {0} oder ' +
    '{1}.',
  'The file is {0}, which "{1}" does not accept. Deliver {2}.':
    'Die Datei ist {0}, und „{1}“ akzeptiert das nicht. Liefern Sie {2}.',
  'The file is {0}, which "{1}" does not accept. Deliver {2} or {3}.':
    'Die Datei ist {0}, und „{1}“ akzeptiert das nicht. Liefern Sie {2} oder {3}.',
  'This kind of {0} is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'Diese Art von Datei wird nicht unterstützt ({0}). Liefern Sie sie als JPEG, PNG oder TIFF mit 8 ' +
    'Bit.',
  'This kind of {0} is not supported. Export it again as PDF 1.7 or older.':
    'Diese Art von Datei wird nicht unterstützt ({0}). Exportieren Sie sie erneut als PDF 1.7 oder ' +
    'älter.',
  ['This kind of {0} is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, ' +
  'or as ProRes in MOV.']:
    'Diese Art von Datei wird nicht unterstützt ({0}). Liefern Sie sie als MP4 mit H.264-Video und ' +
    'AAC-Stereoton oder als ProRes in MOV.',
  'This kind of {0} is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'Diese Art von Datei wird nicht unterstützt ({0}). Liefern Sie sie als WAV oder AAC in Mono, ' +
    'Stereo oder 5.1.',
  'This kind of file is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'Diese Art von Datei wird nicht unterstützt. Liefern Sie sie als JPEG, PNG oder TIFF mit 8 Bit.',
  'This kind of file is not supported. Export it again as PDF 1.7 or older.':
    'Diese Art von Datei wird nicht unterstützt. Exportieren Sie sie erneut als PDF 1.7 oder älter.',
  ['This kind of file is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, ' +
  'or as ProRes in MOV.']:
    'Diese Art von Datei wird nicht unterstützt. Liefern Sie sie als MP4 mit H.264-Video und ' +
    'AAC-Stereoton oder als ProRes in MOV.',
  'This kind of file is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'Diese Art von Datei wird nicht unterstützt. Liefern Sie sie als WAV oder AAC in Mono, Stereo oder ' +
    '5.1.',
  'The ZIP archive contains no web page. Deliver an HTML5 banner with its index.html.':
    'Das ZIP-Archiv enthält keine Webseite. Liefern Sie ein HTML5-Banner mit seiner index.html.',
  ['This kind of {0} is not supported. Deliver it as a ZIP archive without a password, ' +
  'with index.html at its top.']:
    'Diese Art von Datei wird nicht unterstützt ({0}). Liefern Sie sie als ZIP-Archiv ohne Passwort, ' +
    'mit index.html in der obersten Ebene.',
  ['This kind of file is not supported. Deliver it as a ZIP archive without a password, ' +
  'with index.html at its top.']:
    'Diese Art von Datei wird nicht unterstützt. Liefern Sie sie als ZIP-Archiv ohne Passwort, ' +
    'mit index.html in der obersten Ebene.',
  'The file is damaged. Export it again and upload it again.':
    'Die Datei ist beschädigt. Exportieren Sie sie neu und laden Sie sie erneut hoch.',
  'The file is protected by a password. Save it without a password and upload it again.':
    'Die Datei ist mit einem Passwort geschützt. Speichern Sie sie ohne Passwort und laden Sie sie ' +
    'erneut hoch.',
  '{0} Deliver {1}.': '{0} Liefern Sie {1}.',
  '{0} Deliver {1} or {2}.': '{0} Liefern Sie {1} oder {2}.',
  'the file is too long to measure a part of it': 'die Datei ist zu lang, um einen Teil davon zu messen',
  'it took longer than {0} s': 'es dauerte länger als {0} s',
  'it took more than {0} MB of memory': 'es brauchte mehr als {0} MB Speicher',
  'the decoder crashed ({0})': 'der Decoder ist abgestürzt ({0})',
  'the decoder crashed (exit code {0})': 'der Decoder ist abgestürzt (Exit-Code {0})',
  'the decoder crashed (exit code unknown)': 'der Decoder ist abgestürzt (Exit-Code unbekannt)',
  'the decoder crashed ({0}): {1}': 'der Decoder ist abgestürzt ({0}): {1}',
  'the decoder crashed (exit code {0}): {1}': 'der Decoder ist abgestürzt (Exit-Code {0}): {1}',
  'the decoder crashed (exit code unknown): {0}': 'der Decoder ist abgestürzt (Exit-Code unbekannt): {0}',
  'the decoder ran out of memory': 'der Speicher reichte dem Decoder nicht',
  'the decoder got only {0} s of CPU time: is the host busy?':
    'der Decoder bekam nur {0} s CPU-Zeit: ist der Rechner ausgelastet?',
  'its JPEG 2000 data ends early': 'seine JPEG-2000-Daten enden zu früh',
  'its JPEG data is corrupt': 'seine JPEG-Daten sind beschädigt',
  'its JPEG data ends early': 'seine JPEG-Daten enden zu früh',
  'it ends early, {0} of {1} rows are in the file':
    'es endet zu früh, nur {0} von {1} Zeilen sind in der Datei',
  'its drawing instructions are packed as an image ({0}), which no viewer shows':
    'die Zeichenanweisungen sind als Bild gepackt ({0}), das zeigt kein Anzeigeprogramm',
  'it has an image of {0} × {1} pixels; at most {2} million are decoded':
    'das PDF hat ein Bild mit {0} × {1} Pixeln; höchstens {2} Millionen werden dekodiert',
  'its images have {0} million pixels; at most {1} million are decoded':
    'die Bilder haben {0} Millionen Pixel; höchstens {1} Millionen werden dekodiert',
  'This worker does not know the check {0}. It was probably planned by another release.':
    'Dieser Worker kennt die Prüfung {0} nicht. Vermutlich hat ein anderer Softwarestand sie geplant.',
  'when the document opens, closes or prints': 'beim Öffnen, Schließen oder Drucken des Dokuments',
  'when a page is shown': 'beim Anzeigen einer Seite',
  'on a form field or link': 'an einem Formularfeld oder Link',
  'in a bookmark': 'in einem Lesezeichen',
  'when the document opens': 'beim Öffnen des Dokuments',
  'in the document': 'im Dokument',
  'printing in full quality': 'Drucken in voller Qualität',
  'copying text and images': 'Kopieren von Text und Bildern',
  'inserting and rotating pages': 'Einfügen und Drehen von Seiten',
  '{0}, {1} bit': '{0}, {1} Bit',
  'shorter than one block of 400 ms': 'kürzer als ein Block von 400 ms',
  'nothing is louder than -70 LUFS': 'nichts ist lauter als -70 LUFS',
}
