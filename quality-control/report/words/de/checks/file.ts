import type { Translations } from '../../translations'

export const file: Translations['checks'] = {
  'file/ai-disclosure': {
    of: '6cea03',
    title: 'Mit KI erzeugte Inhalte sind gekennzeichnet',
    failureTitle: 'Mit KI erzeugte Inhalte sind nicht wie verlangt gekennzeichnet',
    why:
      'Seit August 2026 müssen Deepfakes und ähnliche Inhalte offengelegt und ihre Dateien ' +
      'gekennzeichnet werden. Viele Plattformen kennzeichnen oder sperren Inhalte nach dieser Angabe.',
    remedy:
      'Ergänzen Sie den sichtbaren Hinweis, den der Kunde wünscht, und behalten Sie beim Export die ' +
      'Metadaten (Content Credentials, IPTC Digital Source Type).',
    says: {
      'The file does not state how it was made.': 'Die Datei gibt nicht an, wie sie entstanden ist.',
      'The file states that AI made it.': 'Die Datei gibt an, dass sie mit KI erzeugt wurde.',
      'no content made by AI': 'keine mit KI erzeugten Inhalte',
      'The file states that AI made it or parts of it, and no visible label was found.':
        'Die Datei gibt an, dass sie ganz oder teilweise mit KI erzeugt wurde; ein sichtbarer Hinweis ' +
        'wurde nicht gefunden.',
      'a label such as "{0}"': 'ein Hinweis wie „{0}“',
      'neither a digital source type nor Content Credentials':
        'weder Digital Source Type noch Content Credentials',
      'a digital source type or Content Credentials': 'Digital Source Type oder Content Credentials',
    },
  },
  'file/content-credentials': {
    of: '332e99',
    title: 'Die Content Credentials sind gültig',
    failureTitle: 'Die Content Credentials sind nicht gültig',
    why:
      'Plattformen und Anzeigeprogramme zeigen, wer eine Datei signiert hat und wie sie entstanden ' +
      'ist. Eine ungültige Signatur erscheint als Warnung, oder die Datei verliert ihre Kennzeichnung.',
    remedy:
      'Exportieren Sie die Datei erneut aus dem Programm, das sie signiert, und ändern Sie danach ' +
      'nichts mehr. Oder entfernen Sie die Content Credentials.',
    says: {
      'The file has no Content Credentials.': 'Die Datei hat keine Content Credentials.',
      'Content Credentials': 'Content Credentials',
      'signed by {0}': 'signiert von {0}',
      'signed by an unknown signer': 'signiert von einem unbekannten Unterzeichner',
      'a valid signature': 'eine gültige Signatur',
      'The Content Credentials could not be validated. {0}':
        'Die Content Credentials ließen sich nicht prüfen. {0}',
      'The signer of the Content Credentials is not on the trust list.':
        'Der Unterzeichner der Content Credentials steht nicht auf der Vertrauensliste.',
      'a trusted signer': 'ein vertrauenswürdiger Unterzeichner',
    },
  },
  'file/integrity': {
    of: 'e60e55',
    title: 'Die Datei ist vollständig und unbeschädigt',
    failureTitle: 'Die Datei ist beschädigt oder unvollständig',
    why:
      'Eine beschädigte Datei lässt sich vielleicht in einem Programm öffnen und scheitert im ' +
      'nächsten, auf dem Adserver oder in der Druckerei.',
    remedy:
      'Laden Sie das Original erneut hoch. Bleibt der Fehler, exportieren Sie die Datei neu. Die ' +
      'übliche Ursache ist ein abgebrochenes Hochladen.',
    says: {
      'The file cannot be decoded.': 'Die Datei lässt sich nicht dekodieren.',
      'a file that opens': 'eine Datei, die sich öffnen lässt',
      ['The cross-reference table of the PDF is wrong. Viewers rebuild it, and nothing is missing, but ' +
      'the system of a printer may refuse the file.']:
        'Die Querverweistabelle der PDF ist falsch. Programme erstellen sie neu, und es fehlt nichts, ' +
        'aber das System einer Druckerei kann die Datei ablehnen.',
      'a table that was rebuilt': 'eine neu erstellte Tabelle',
      'a correct table': 'eine richtige Tabelle',
      'Only {0} of {1} frames could be decoded. The file was probably cut off.':
        'Nur {0} von {1} Einzelbildern ließen sich dekodieren. Die Datei ist vermutlich abgeschnitten.',
      'Errors occurred while the file was decoded. Parts of it may be missing or look wrong.':
        'Beim Dekodieren der Datei traten Fehler auf. Teile können fehlen oder falsch aussehen.',
      '1 error': '1 Fehler',
      '{0} errors': '{0} Fehler',
      '1 error: {0}': '1 Fehler: {0}',
      '{0} errors: {1}': '{0} Fehler: {1}',
      'no decoder errors': 'keine Fehler beim Dekodieren',
    },
  },
  'file/name-claims': {
    of: '4f748c',
    title: 'Der Dateiname passt zum Inhalt',
    failureTitle: 'Dateiname und Inhalt widersprechen sich',
    why:
      'Werbemittel werden nach ihrem Namen gebucht. Mit falschen Maßen, falscher Dauer oder Sprache ' +
      'laufen sie am falschen Ort.',
    remedy:
      'Prüfen Sie, ob zwei Dateien vertauscht wurden. Benennen Sie die Datei um oder laden Sie die ' +
      'Datei hoch, die der Name beschreibt.',
    says: {
      'The profile sets no naming rule.': 'Das Profil legt keine Namensregel fest.',
      'The name "{0}" does not follow the rule {1}.': 'Der Name „{0}“ folgt nicht der Regel {1}.',
      'The name says the language {0}, but the file declares {1}.':
        'Der Name nennt die Sprache {0}, die Datei gibt aber {1} an.',
      'The name says the language {0}, but its text is in {1}.':
        'Der Name nennt die Sprache {0}, die Sprache des Textes ist aber {1}.',
      'the file declares {0}': 'Angabe in der Datei: {0}',
      'its text is in {0}': 'Sprache des Textes: {0}',
      'The name says {0} × {1} pixels, but the file is {2}.': 'Laut Name {0} × {1} Pixel, tatsächlich {2}.',
      'The name says {0} pixels, but the file is {1}.': 'Laut Name {0} Pixel, tatsächlich {1}.',
      'The name says {0} s, but the file is {1}.': 'Laut Name {0} s, tatsächlich {1}.',
      'The name says {0} frames per second, but the file is {1}.':
        'Laut Name {0} Bilder pro Sekunde, tatsächlich {1}.',
      'The name says {0}, but the file is {1}.': 'Laut Name {0}, tatsächlich {1}.',
      '{0} × ? pixels': '{0} × ? Pixel',
      '? × {0} pixels': '? × {0} Pixel',
      '? × ? pixels': '? × ? Pixel',
      'a still, without a duration': 'ein Standbild ohne Dauer',
      '{0} frames per second': '{0} Bilder pro Sekunde',
      '{0} pixels': '{0} Pixel',
      'The name says {0}, but the file is video ({1} video).': 'Laut Name {0}, tatsächlich Video ({1}).',
      'The name says {0}, but the file is image ({1} image).': 'Laut Name {0}, tatsächlich Bild ({1}).',
      'The name says {0}, but the file is audio ({1} audio file).': 'Laut Name {0}, tatsächlich Ton ({1}).',
      'The name says {0}, but the file is pdf (PDF document).': 'Laut Name {0}, tatsächlich PDF.',
      'The name says {0} wide pixels, but the file is {1}.': 'Laut Name {0} Pixel breit, tatsächlich {1}.',
      'The name says {0} high pixels, but the file is {1}.': 'Laut Name {0} Pixel hoch, tatsächlich {1}.',
      '{0} wide pixels': '{0} Pixel breit',
      '{0} high pixels': '{0} Pixel hoch',
      'image ({0} image)': 'Bild ({0})',
      'audio ({0} audio file)': 'Ton ({0})',
      'image ({0})': 'Bild ({0})',
      'audio ({0})': 'Ton ({0})',
    },
  },
  'file/name-pattern': {
    of: 'ca85b6',
    title: 'Der Dateiname folgt der Namensregel',
    failureTitle: 'Der Dateiname verstößt gegen die Namensregel',
    why:
      'Adserver und Archive finden Dateien über ihren Namen, und manche Systeme lehnen bestimmte ' +
      'Zeichen ab.',
    remedy: 'Benennen Sie die Datei nach der Regel um und laden Sie sie erneut hoch.',
    says: {
      'The name "{0}" breaks the rule: {1}.': 'Der Name „{0}“ verstößt gegen die Regel: {1}.',
      'no control characters and none of < > : " / \\ | ? *':
        'keine Steuerzeichen und keines der Zeichen < > : " / \\ | ? *',
    },
  },
  'file/privacy': {
    of: '764eb1',
    title: 'Die Datei enthält keine personenbezogenen Daten',
    failureTitle: 'Die Datei enthält personenbezogene Daten',
    why:
      'Wer die veröffentlichte Datei herunterlädt, kann lesen, wo, mit welcher Kamera und von wem ein ' +
      'Bild aufgenommen wurde.',
    remedy:
      'Exportieren Sie ohne Metadaten („Für Web speichern“, „Standort entfernen“) oder entfernen Sie ' +
      'die Metadaten vor der Lieferung.',
    says: {
      'the GPS position of the recording': 'GPS-Position der Aufnahme',
      'the serial number of a camera or lens': 'Seriennummer der Kamera oder des Objektivs',
      "the author's name": 'Name des Autors',
      'a path on a computer, with the name of its user':
        'Pfad auf einem Computer mit dem Namen des Benutzers',
      'a thumbnail that shows something else, such as the image before it was cropped':
        'Vorschaubild, das etwas anderes zeigt, etwa das Bild vor dem Zuschneiden',
      'The metadata contains {0}.': 'Die Metadaten enthalten: {0}.',
      'not in the file': 'nicht in der Datei',
    },
  },
  'file/type': {
    of: '6070c1',
    title: 'Das Dateiformat passt zum Namen',
    failureTitle: 'Das Dateiformat ist nicht das erwartete',
    why:
      'Eine Datei, deren Inhalt und Endung sich widersprechen, lässt sich vielleicht nicht öffnen. ' +
      'Adserver und Druckereien lehnen sie ab.',
    remedy: 'Exportieren Sie die Datei im erwarteten Format. Umbenennen wandelt sie nicht um.',
    says: {
      'The file is {0}, but its name has no extension.': 'Die Datei ist {0}, ihr Name hat aber keine Endung.',
      'The file is {0}, but its name has the extension .{1}.':
        'Die Datei ist {0}, ihr Name hat aber die Endung .{1}.',
      'no extension': 'keine Endung',
      'the extension .{0}': 'die Endung .{0}',
      'a known file format': 'ein bekanntes Dateiformat',
      'The file is {0}; expected {1}.': 'Die Datei ist {0}; erwartet: {1}.',
    },
  },
  'file/weight': {
    of: 'acdbcf',
    title: 'Die Dateigröße liegt innerhalb der Grenzen',
    failureTitle: 'Die Datei ist zu groß oder zu klein',
    why:
      'Adserver lehnen große Dateien ab, und sie laden langsam. Eine Datei von wenigen Byte ist meist ' +
      'ein misslungener Export.',
    remedy:
      'Exportieren Sie mit stärkerer Kompression oder kleineren Maßen. Ist die Datei zu klein, ' +
      'exportieren Sie sie neu.',
    says: {
      'The file has only {0}; expected at least {1}.': 'Die Datei hat nur {0}; erwartet sind mindestens {1}.',
    },
  },
}
