import type { Translations } from '../../translations'

export const pdfContent: Translations['checks'] = {
  'pdf/annotations': {
    of: '4a9266',
    title: 'Die Seiten haben keine Kommentare',
    failureTitle: 'Die Seiten haben Kommentare',
    why:
      'Anmerkungen und Markierungen aus der Abstimmung werden vielleicht mitgedruckt oder mit ' +
      'angezeigt.',
    remedy: 'Löschen Sie die Kommentare oder reduzieren Sie die, die zum Motiv gehören.',
    says: {
      'Page {0} has {1} comment ({2}) that will be printed.':
        'Seite {0} hat {1} Kommentar ({2}), der mitgedruckt wird.',
      'Page {0} has {1} comment ({2}).': 'Seite {0} hat {1} Kommentar ({2}).',
      'Page {0} has {1} comments ({2}) that will be printed.':
        'Seite {0} hat {1} Kommentare ({2}), die mitgedruckt werden.',
      'Page {0} has {1} comments ({2}).': 'Seite {0} hat {1} Kommentare ({2}).',
    },
  },
  'pdf/form-fields': {
    of: '014850',
    title: 'Das PDF hat keine Formularfelder',
    failureTitle: 'Das PDF hat Formularfelder',
    why: 'Formularfelder sehen in jedem Anzeigeprogramm anders aus und gehören nicht in eine Druckvorlage.',
    remedy: 'Reduzieren Sie das Formular oder exportieren Sie ohne interaktive Elemente.',
    says: {
      'The PDF has {0} form field.': 'Das PDF hat {0} Formularfeld.',
      'The PDF has {0} form fields.': 'Das PDF hat {0} Formularfelder.',
      'The PDF has an XFA form: most programs show other pages than its author saw, or none.':
        'Das PDF hat ein XFA-Formular: die meisten Programme zeigen andere Seiten, als der Autor ' +
        'gesehen hat, oder keine.',
    },
  },
  'pdf/image-resolution': {
    of: '949f6a',
    title: 'Die Auflösung der Bilder ist hoch genug',
    failureTitle: 'Die Auflösung von Bildern ist zu gering',
    why: 'Unter etwa 225 ppi wirkt ein gedrucktes Bild weich. Unter 150 ppi werden seine Pixel sichtbar.',
    remedy:
      'Ersetzen Sie das Bild durch ein größeres Original oder platzieren Sie es kleiner. Hochrechnen ' +
      'bringt keine Details.',
    says: {
      'Page {0}: line art of {1} × {2} pixels has {3} ppi; expected {4}.':
        'Seite {0}: eine Strichzeichnung mit {1} × {2} Pixeln hat {3} ppi; erwartet: {4}.',
      'Page {0}: an image of {1} × {2} pixels has {3} ppi; expected {4}.':
        'Seite {0}: ein Bild mit {1} × {2} Pixeln hat {3} ppi; erwartet: {4}.',
    },
  },
  'pdf/layers': {
    of: 'f42d71',
    title: 'Keine Ebene ist ausgeblendet',
    failureTitle: 'Das PDF hat ausgeblendete oder nicht gedruckte Ebenen',
    why: 'Eine hier ausgeblendete Ebene wird anderswo vielleicht gedruckt, oder umgekehrt.',
    remedy: 'Löschen Sie die ausgeblendeten Ebenen und reduzieren Sie die übrigen beim Export.',
    says: {
      'The layer "{0}" is shown.': 'Die Ebene „{0}“ ist sichtbar.',
      'The layer "{0}" is shown, not printed.': 'Die Ebene „{0}“ ist sichtbar, wird aber nicht gedruckt.',
      'The layer "{0}" is hidden, but printed.': 'Die Ebene „{0}“ ist ausgeblendet, wird aber gedruckt.',
      'The layer "{0}" is hidden.': 'Die Ebene „{0}“ ist ausgeblendet.',
      shown: 'sichtbar',
      'shown, not printed': 'sichtbar, nicht gedruckt',
      'hidden, but printed': 'ausgeblendet, aber gedruckt',
      hidden: 'ausgeblendet',
      'shown and printed': 'sichtbar und gedruckt',
      'no layers': 'keine Ebenen',
    },
  },
  'pdf/missing-fonts': {
    of: '08cb2f',
    title: 'Alle Schriften sind eingebettet',
    failureTitle: 'Schriften sind nicht eingebettet',
    why:
      'Eine Schrift, die nicht in der Datei ist, wird in der Druckerei oder auf dem Bildschirm des ' +
      'Lesers ersetzt. Wörter verschieben sich, und Zeichen verschwinden.',
    remedy: 'Exportieren Sie das PDF mit allen Schriften eingebettet oder wandeln Sie den Text in Pfade um.',
    says: {
      'The font {0} is used on {1} pages, first on page {2}, and is not embedded.':
        'Die Schrift {0} wird auf {1} Seiten verwendet, zuerst auf Seite {2}, und ist nicht ' +
        'eingebettet.',
      'The font {0} is used on page {1} and is not embedded.':
        'Die Schrift {0} wird auf Seite {1} verwendet und ist nicht eingebettet.',
      '{0}, not embedded': '{0}, nicht eingebettet',
      embedded: 'eingebettet',
    },
  },
  'pdf/text-size': {
    of: '9ca635',
    title: 'Der Text ist groß genug für den Druck',
    failureTitle: 'Der Text ist zu klein für den Druck',
    why:
      'Sehr kleine Buchstaben laufen im Druck zu oder brechen aus. Weiße Buchstaben und Buchstaben in ' +
      'mehreren Druckfarben müssen größer sein, weil die Platten nie genau passen.',
    remedy: 'Setzen Sie den Text größer. Kleiner Text druckt am besten nur in Schwarz.',
    says: {
      'Page {0}: {1} of {2} pt; expected at least {3} pt.':
        'Seite {0}: {1} mit {2} pt; erwartet sind mindestens {3} pt.',
      'text in several inks': 'Text in mehreren Druckfarben',
    },
  },
  'pdf/type3-fonts': {
    of: 'a6daec',
    title: 'Keine Type-3-Schriften werden verwendet',
    failureTitle: 'Text verwendet Type-3-Schriften',
    why: 'Buchstaben in Type 3 sind kleine Zeichnungen ohne Hinting und drucken daher weniger scharf.',
    remedy:
      'Exportieren Sie aus dem Originaldokument, nicht aus einem umgewandelten. Akzeptieren Sie die ' +
      'Schrift, wenn der Text gut aussieht.',
    says: {
      'Page {0}: the font {1} is a Type 3 font.': 'Seite {0}: die Schrift {1} ist eine Type-3-Schrift.',
      'Type 3': 'Type 3',
      'an outline font': 'eine Outline-Schrift',
    },
  },
  'pdf/unread-content': {
    of: '1fc0b9',
    title: 'Das ganze PDF wurde geprüft',
    failureTitle: 'Teile des PDF ließen sich nicht prüfen',
    why: 'Die übrigen Ergebnisse gelten nur für die Teile, die sich lesen ließen.',
    remedy:
      'Lassen Sie eine Person die Datei ansehen. Ist sie größer oder komplexer als nötig, exportieren ' +
      'Sie eine einfachere Version.',
    says: {
      'Only the first {0} of {1} pages were checked.': 'Nur die ersten {0} von {1} Seiten wurden geprüft.',
    },
  },
}
