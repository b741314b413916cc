import type { Translations } from '../../translations'

export const pdfPages: Translations['checks'] = {
  'pdf/blank-pages': {
    of: '7a7a4a',
    title: 'Keine Seite ist leer',
    failureTitle: 'Seiten sind leer',
    why: 'Eine leere Seite ist oft ein Exportfehler, oder ihr Inhalt liegt auf einer ausgeblendeten Ebene.',
    remedy: 'Entfernen Sie die leeren Seiten oder stellen Sie den fehlenden Inhalt wieder her.',
    says: {
      blank: 'leer',
    },
  },
  'pdf/bleed': {
    of: '3967d0',
    title: 'Die Seiten haben genug Anschnitt',
    failureTitle: 'Die Seiten haben zu wenig Anschnitt',
    why:
      'Papier wird nie ganz genau auf der Linie geschnitten. Ohne Motiv über den Rand hinaus wird ein ' +
      'weißer Rand sichtbar.',
    remedy:
      'Ziehen Sie das Motiv über den Seitenrand hinaus und exportieren Sie mit Anschnitt, damit das ' +
      'PDF TrimBox und BleedBox angibt.',
    says: {
      'no trim box': 'keine TrimBox',
      '{0}: the file states no trim box, so the bleed cannot be measured.':
        '{0}: die Datei gibt keine TrimBox an, deshalb lässt sich der Anschnitt nicht messen.',
      '{0}: {1} of bleed on the shortest side; expected {2} mm.':
        '{0}: {1} Anschnitt an der kleinsten Stelle; erwartet sind {2} mm.',
      '{0} mm on each side': '{0} mm an jeder Seite',
      '{0}: the artwork touches the edge of the page, but ends {1}; expected {2} mm.':
        '{0}: das Motiv reicht bis an den Seitenrand, endet aber {1}; erwartet sind {2} mm.',
      'artwork up to {0} mm beyond the edge': 'Motiv bis {0} mm über den Rand hinaus',
      '{0} mm beyond it ({1})': '{0} mm dahinter ({1})',
    },
  },
  'pdf/box-nesting': {
    of: '62ca7e',
    title: 'Die Seitenrahmen passen zueinander',
    failureTitle: 'Die Seitenrahmen widersprechen sich',
    why:
      'Druckereien platzieren und beschneiden eine Seite nach ihren Seitenrahmen. Widersprechen sie ' +
      'sich, geht ein Teil der Seite verloren.',
    remedy:
      'Exportieren Sie das PDF neu, statt es nachträglich zuzuschneiden, oder lassen Sie die ' +
      'Seitenrahmen in der Druckvorstufe korrigieren.',
    says: {
      'the {0} box extends {1} mm beyond the {2} box': 'die {0} ragt {1} mm über die {2} hinaus',
      trim: 'TrimBox',
      bleed: 'BleedBox',
      crop: 'CropBox',
      art: 'ArtBox',
      media: 'MediaBox',
    },
  },
  'pdf/hairlines': {
    of: '1676e4',
    title: 'Keine Linie ist zu dünn für den Druck',
    failureTitle: 'Linien sind zu dünn für den Druck',
    why:
      'Sehr dünne Linien (Haarlinien) brechen im Druck aus oder verschwinden, obwohl sie am Bildschirm ' +
      'gut aussehen.',
    remedy: 'Machen Sie Linien mindestens 0,25 pt stark, und stärker, wenn sie nicht rein schwarz sind.',
    says: {
      'Page {0} has white lines thinner than {1} pt; the thinnest is {2} pt.':
        'Seite {0} hat weiße Linien unter {1} pt; die dünnste hat {2} pt.',
      'Page {0} has lines in several inks thinner than {1} pt; the thinnest is {2} pt.':
        'Seite {0} hat Linien in mehreren Druckfarben unter {1} pt; die dünnste hat {2} pt.',
      'Page {0} has {1} line thinner than {2} pt; the thinnest is {3} pt.':
        'Seite {0} hat {1} Linie unter {2} pt; die dünnste hat {3} pt.',
      'Page {0} has {1} lines thinner than {2} pt; the thinnest is {3} pt.':
        'Seite {0} hat {1} Linien unter {2} pt; die dünnste hat {3} pt.',
    },
  },
  'pdf/mixed-page-sizes': {
    of: 'e5d976',
    title: 'Alle Seiten sind gleich groß',
    failureTitle: 'Die Seiten sind verschieden groß',
    why:
      'Verschieden große Seiten sind oft ein Exportfehler, etwa ein Umschlag, der seinen Anschnitt ' +
      'verloren hat.',
    remedy: 'Prüfen Sie, ob die Größen gewollt sind. Wenn nicht, exportieren Sie alle Seiten in einer Größe.',
    says: {
      '{0}: {1}; page 1 has {2} × {3} mm.': '{0}: {1}; Seite 1 hat {2} × {3} mm.',
    },
  },
  'pdf/page-count': {
    of: 'd19f1a',
    title: 'Die Seitenzahl ist wie bestellt',
    failureTitle: 'Die Seitenzahl ist falsch',
    why: 'Eine fehlende oder überzählige Seite verschiebt alles, was folgt.',
    remedy: 'Exportieren Sie das Dokument mit genau den bestellten Seiten.',
    says: {
      'The PDF has {0} page; expected {1}.': 'Das PDF hat {0} Seite; erwartet: {1}.',
      'The PDF has {0} pages; expected {1}.': 'Das PDF hat {0} Seiten; erwartet: {1}.',
      'a multiple of {0}': 'ein Vielfaches von {0}',
    },
  },
  'pdf/page-size': {
    of: '666835',
    title: 'Die Seitengröße ist wie bestellt',
    failureTitle: 'Die Seitengröße ist falsch',
    why:
      'Eine Seite in anderer Größe wird beim Platzieren skaliert oder beschnitten und passt nicht mehr ' +
      'an ihren Platz.',
    remedy:
      'Legen Sie das Dokument in der bestellten Größe an, ohne Anschnitt und Marken, und exportieren ' +
      'Sie erneut.',
    says: {
      'The profile sets no page size.': 'Das Profil legt keine Seitengröße fest.',
      '{0}: trim size {1}; expected {2}.': '{0}: Endformat {1}; erwartet: {2}.',
    },
  },
  'pdf/text-near-trim': {
    of: 'c67fa5',
    title: 'Der Text hält Abstand zum Seitenrand',
    failureTitle: 'Text ist zu nah am Seitenrand',
    why:
      'Papier wird nie ganz genau auf der Linie geschnitten. Text am Rand wird angeschnitten oder ' +
      'sieht verrutscht aus.',
    remedy: 'Rücken Sie den Text nach innen oder lassen Sie ihn bewusst über den Rand laufen.',
    says: {
      'Page {0}: "{1}" is across the edge.': 'Seite {0}: „{1}“ läuft über den Rand.',
      'Page {0}: "{1}" is {2} mm from the edge.': 'Seite {0}: „{1}“ ist {2} mm vom Rand entfernt.',
      'across the edge': 'über den Rand hinaus',
      '{0} mm from the edge': '{0} mm vom Rand',
      'at least {0} mm': 'mindestens {0} mm',
    },
  },
}
