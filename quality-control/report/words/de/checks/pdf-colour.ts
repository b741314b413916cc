import type { Translations } from '../../translations'

export const pdfColour: Translations['checks'] = {
  'pdf/ink-coverage': {
    of: 'cd7b6f',
    title: 'Der Gesamtfarbauftrag liegt innerhalb der Grenze',
    failureTitle: 'Der Gesamtfarbauftrag ist zu hoch',
    why:
      'Zu viel Farbe trocknet nicht. Sie verschmiert, färbt auf den nächsten Bogen ab, und das Papier ' +
      'wellt sich.',
    remedy:
      'Wandeln Sie die Farben mit dem Profil der Druckbedingung um, das den Farbauftrag begrenzt, und ' +
      'hellen Sie Tiefschwarz auf.',
    says: {
      'Page {0}: ink coverage of more than {1} % on {2} mm², up to {3} %.':
        'Seite {0}: Gesamtfarbauftrag über {1} % auf {2} mm², bis zu {3} %.',
      'at most {0} % (the limit of {1})': 'höchstens {0} % (der Grenzwert von {1})',
    },
  },
  'pdf/knockout-black-text': {
    of: 'f2cd6c',
    title: 'Kleiner schwarzer Text überdruckt seinen Hintergrund',
    failureTitle: 'Kleiner schwarzer Text spart seinen Hintergrund aus',
    why:
      'Schwarzer Text, der die Farben darunter ausspart, bekommt weiße Kanten (Blitzer), wenn die ' +
      'Platten nicht ganz genau passen. Überdruckendes Schwarz hat keine.',
    remedy:
      'Stellen Sie schwarzen Text auf Überdrucken oder verwenden Sie das Farbfeld 100 % Schwarz, das ' +
      'von sich aus überdruckt.',
    says: {
      'Page {0}: black text of {1} removes the colour under it.':
        'Seite {0}: schwarzer Text mit {1} spart die Farbe darunter aus.',
      'overprint below {0} pt': 'Überdrucken unter {0} pt',
    },
  },
  'pdf/output-intent': {
    of: 'c5dd47',
    title: 'Das PDF nennt seine Druckbedingung',
    failureTitle: 'Das PDF nennt nicht die erwartete Druckbedingung',
    why:
      'Die Ausgabebedingung (Output Intent) nennt Papier und Druckverfahren, für die die Farben ' +
      'angelegt sind. Ohne sie muss die Druckerei raten.',
    remedy:
      'Exportieren Sie als PDF/X mit der Ausgabebedingung (Output Intent), die die Druckerei nennt, ' +
      'etwa PSO Coated v3 oder FOGRA39.',
    says: {
      'The PDF has no output intent for print.':
        'Das PDF hat keine Ausgabebedingung (Output Intent) für den Druck.',
      'an output intent': 'eine Ausgabebedingung (Output Intent)',
      'The output intent is no name; expected {0}.':
        'Die Ausgabebedingung (Output Intent) hat keinen Namen; erwartet: {0}.',
      'The output intent is {0}; expected {1}.':
        'Die Ausgabebedingung (Output Intent) ist {0}; erwartet: {1}.',
      'no name': 'kein Name',
      'The output intent no name is not for CMYK.':
        'Die Ausgabebedingung (Output Intent) ohne Namen gilt nicht für CMYK.',
      'The output intent {0} is not for CMYK.':
        'Die Ausgabebedingung (Output Intent) {0} gilt nicht für CMYK.',
      'The output intent no name has no embedded profile.':
        'Die Ausgabebedingung (Output Intent) ohne Namen hat kein eingebettetes Profil.',
      'The output intent {0} has no embedded profile.':
        'Die Ausgabebedingung (Output Intent) {0} hat kein eingebettetes Profil.',
      'a profile': 'ein Profil',
    },
  },
  'pdf/overprint': {
    of: '012575',
    title: 'Überdrucken ist richtig eingestellt',
    failureTitle: 'Objekte überdrucken, die es nicht sollen',
    why:
      'Weiße Objekte, die überdrucken, verschwinden im Druck. Grau in DeviceGray überdruckt auf einer ' +
      'Maschine und auf der nächsten nicht. Andere Farben mischen sich mit dem, was darunter ist.',
    remedy:
      'Schalten Sie Überdrucken für weiße Objekte aus und für farbige, wenn es nicht gewollt ist. ' +
      'Legen Sie Grau, das überdrucken muss, im Schwarz von CMYK an.',
    says: {
      'white objects': 'weiße Objekte',
      'white images': 'weiße Bilder',
      'white gradients': 'weiße Verläufe',
      'DeviceGray text': 'Text in DeviceGray',
      'DeviceGray objects': 'Objekte in DeviceGray',
      'DeviceGray images': 'Bilder in DeviceGray',
      'DeviceGray gradients': 'Verläufe in DeviceGray',
      'black text': 'schwarzer Text',
      'black objects': 'schwarze Objekte',
      'black images': 'schwarze Bilder',
      'black gradients': 'schwarze Verläufe',
      'coloured text': 'farbiger Text',
      'coloured objects': 'farbige Objekte',
      'coloured images': 'farbige Bilder',
      'coloured gradients': 'farbige Verläufe',
      '{0}: {1} set to overprint.': '{0}: {1} auf Überdrucken gestellt.',
      overprint: 'Überdrucken',
    },
  },
  'pdf/registration-colour': {
    of: '12a93c',
    title: 'Passermarkenfarbe kommt nur in Marken außerhalb der Seite vor',
    failureTitle: 'Passermarkenfarbe kommt auf der Seite vor',
    why:
      'Die Passermarkenfarbe druckt alle Druckfarben zugleich, bis zu 400 %. Sie verschmiert, trocknet ' +
      'nicht, und kleiner Text bekommt farbige Kanten.',
    remedy: 'Verwenden Sie Schwarz oder ein abgestimmtes Tiefschwarz statt des Farbfelds „Passermarken“.',
    says: {
      'Page {0}: registration colour in text inside the trim ({1} object).':
        'Seite {0}: Passermarkenfarbe in Text innerhalb des Endformats ({1} Objekt).',
      'Page {0}: registration colour in text inside the trim ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Text innerhalb des Endformats ({1} Objekte).',
      'Page {0}: registration colour in text on a page without a trim box ({1} object).':
        'Seite {0}: Passermarkenfarbe in Text auf einer Seite ohne TrimBox ({1} Objekt).',
      'Page {0}: registration colour in text on a page without a trim box ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Text auf einer Seite ohne TrimBox ({1} Objekte).',
      'Page {0}: registration colour in shapes or lines inside the trim ({1} object).':
        'Seite {0}: Passermarkenfarbe in Flächen oder Linien innerhalb des Endformats ({1} Objekt).',
      'Page {0}: registration colour in shapes or lines inside the trim ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Flächen oder Linien innerhalb des Endformats ({1} Objekte).',
      'Page {0}: registration colour in shapes or lines on a page without a trim box ({1} object).':
        'Seite {0}: Passermarkenfarbe in Flächen oder Linien auf einer Seite ohne TrimBox ({1} Objekt).',
      'Page {0}: registration colour in shapes or lines on a page without a trim box ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Flächen oder Linien auf einer Seite ohne TrimBox ({1} ' +
        'Objekte).',
      'Page {0}: registration colour in images inside the trim ({1} object).':
        'Seite {0}: Passermarkenfarbe in Bildern innerhalb des Endformats ({1} Objekt).',
      'Page {0}: registration colour in images inside the trim ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Bildern innerhalb des Endformats ({1} Objekte).',
      'Page {0}: registration colour in images on a page without a trim box ({1} object).':
        'Seite {0}: Passermarkenfarbe in Bildern auf einer Seite ohne TrimBox ({1} Objekt).',
      'Page {0}: registration colour in images on a page without a trim box ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Bildern auf einer Seite ohne TrimBox ({1} Objekte).',
      'Page {0}: registration colour in gradients inside the trim ({1} object).':
        'Seite {0}: Passermarkenfarbe in Verläufen innerhalb des Endformats ({1} Objekt).',
      'Page {0}: registration colour in gradients inside the trim ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Verläufen innerhalb des Endformats ({1} Objekte).',
      'Page {0}: registration colour in gradients on a page without a trim box ({1} object).':
        'Seite {0}: Passermarkenfarbe in Verläufen auf einer Seite ohne TrimBox ({1} Objekt).',
      'Page {0}: registration colour in gradients on a page without a trim box ({1} objects).':
        'Seite {0}: Passermarkenfarbe in Verläufen auf einer Seite ohne TrimBox ({1} Objekte).',
      'all inks': 'alle Druckfarben',
      'only outside the trim box': 'nur außerhalb der TrimBox',
    },
  },
  'pdf/rgb-colour': {
    of: '569ac6',
    title: 'Alle Farben sind für den Druck aufbereitet',
    failureTitle: 'Farben sind in RGB angelegt, also für Bildschirme',
    why:
      'RGB-Farben werden in der Druckerei umgewandelt. Leuchtende Farben werden matter, und schwarzer ' +
      'Text druckt vielleicht in allen vier Farben.',
    remedy:
      'Wandeln Sie das Dokument mit dem Profil der Druckbedingung in CMYK um und exportieren Sie ' +
      'erneut.',
    says: {
      'text in Lab': 'Text in Lab',
      'text in RGB': 'Text in RGB',
      'shapes and lines in Lab': 'Flächen und Linien in Lab',
      'shapes and lines in RGB': 'Flächen und Linien in RGB',
      'images in Lab': 'Bilder in Lab',
      'images in RGB': 'Bilder in RGB',
      'gradients in Lab': 'Verläufe in Lab',
      'gradients in RGB': 'Verläufe in RGB',
      'CMYK, grey or spot colours': 'CMYK, Grau oder Sonderfarben',
    },
  },
  'pdf/rich-black-text': {
    of: 'b3795f',
    title: 'Kleiner schwarzer Text verwendet nur die Druckfarbe Schwarz',
    failureTitle: 'Kleiner schwarzer Text verwendet mehrere Druckfarben',
    why:
      'Druckfarben passen in der Maschine nie ganz genau. Kleine Buchstaben in mehreren Druckfarben ' +
      'bekommen farbige Kanten und sind schlecht lesbar.',
    remedy: 'Setzen Sie schwarzen Text in reinem Schwarz: 0 / 0 / 0 / 100.',
    says: {
      'Page {0}: text of {1} pt uses C / M / Y / K {2}.':
        'Seite {0}: Text mit {1} pt verwendet C / M / Y / K {2}.',
    },
  },
  'pdf/similar-spot-names': {
    of: '2e813a',
    title: 'Jede Sonderfarbe hat einen Namen',
    failureTitle: 'Eine Sonderfarbe hat mehrere Namen',
    why:
      'Namen, die sich nur in einem Zusatz oder Großbuchstaben unterscheiden, ergeben zwei Platten für ' +
      'eine Druckfarbe.',
    remedy: 'Verwenden Sie im ganzen Dokument ein Farbfeld für die Farbe.',
    says: {
      'These names stand for one ink: {0}.': 'Diese Namen stehen für eine Druckfarbe: {0}.',
      'one name': 'ein Name',
    },
  },
  'pdf/spot-colours': {
    of: 'b062b1',
    title: 'Nur vereinbarte Sonderfarben werden verwendet',
    failureTitle: 'Nicht vereinbarte Sonderfarben werden verwendet',
    why:
      'Jede Sonderfarbe braucht eine eigene Platte und Druckfarbe. Das kostet mehr, oder sie wird ' +
      'unbemerkt umgewandelt und sieht anders aus.',
    remedy: 'Wandeln Sie die Sonderfarben in Prozessfarben um oder vereinbaren Sie sie mit der Druckerei.',
    says: {
      'The spot colour {0} is used, first on page {1}.':
        'Die Sonderfarbe {0} wird verwendet, zuerst auf Seite {1}.',
    },
  },
  'pdf/transparency': {
    of: '5f37aa',
    title: 'Das PDF hat keine nicht reduzierte Transparenz',
    failureTitle: 'Das PDF hat nicht reduzierte Transparenz',
    why:
      'Ältere Druck-Workflows reduzieren transparente Objekte selbst. Dabei können Nähte, veränderte ' +
      'Farben und unsaubere Texte entstehen.',
    remedy:
      'Exportieren Sie als PDF/X-1a oder PDF/X-3, das die Transparenz reduziert, oder vereinbaren Sie ' +
      'mit der Druckerei PDF/X-4.',
    says: {
      flattened: 'reduziert',
      'transparent objects': 'transparente Objekte',
      'soft masks': 'weiche Masken',
      'blend modes': 'Füllmethoden',
      'transparency groups': 'Transparenzgruppen',
    },
  },
}
