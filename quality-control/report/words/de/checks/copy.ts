import type { Translations } from '../../translations'

export const copy: Translations['checks'] = {
  'copy/placeholder-text': {
    of: 'e1bceb',
    title: 'Es ist kein Platzhaltertext übrig',
    failureTitle: 'Platzhaltertext ist übrig',
    why: 'Blindtext und „wird noch geklärt“ gehören in Entwürfe. Veröffentlicht fallen sie jedem auf.',
    remedy: 'Setzen Sie den endgültigen Text ein und exportieren Sie erneut.',
    says: {
      '"{0}" contains the placeholder "{1}".': '„{0}“ enthält den Platzhalter „{1}“.',
      'final text': 'endgültiger Text',
    },
  },
  'copy/qr-code': {
    of: '7518c2',
    title: 'Codes lassen sich lesen, und ihre Adressen sind gültig',
    failureTitle: 'Ein Code fehlt, oder seine Adresse ist falsch',
    why:
      'Ein Code, der sich nicht lesen lässt oder zu einer falschen Adresse führt, verliert alle, die ihr ' +
      'Telefon zücken.',
    remedy:
      'Erzeugen Sie den Code mit der richtigen Adresse neu. Lassen Sie einen ruhigen Rand und setzen ' +
      'Sie ihn dunkel auf hell.',
    says: {
      'No code was found, and none is required.': 'Es wurde kein Code gefunden, und keiner ist verlangt.',
      'No code could be read.': 'Es ließ sich kein Code lesen.',
      'no code': 'kein Code',
      'a readable code': 'ein lesbarer Code',
      'The {0} says "{1}": {2}': 'Der Code ({0}) enthält „{1}“: {2}',
      'this is not a web address.': 'das ist keine Webadresse.',
      'an address such as https://example.com': 'eine Adresse wie https://example.com',
      'the address leads to {0}.': 'die Adresse führt zu {0}.',
      'the address does not start with https://.': 'die Adresse beginnt nicht mit https://.',
    },
  },
  'copy/required-text': {
    of: '4031df',
    title: 'Der verlangte Text ist vorhanden',
    failureTitle: 'Verlangter Text fehlt',
    why:
      'Pflichttexte, Slogans und Adressen verlangt das Gesetz oder die Marke. Ohne sie darf die ' +
      'Werbung nicht erscheinen.',
    remedy:
      'Ergänzen Sie den fehlenden Text. Wenn er da ist, aber sehr klein oder auf unruhigem Grund, ' +
      'machen Sie ihn besser lesbar.',
    says: {
      'The profile requires no text.': 'Das Profil verlangt keinen Text.',
      '"{0}" was not found.': '„{0}“ wurde nicht gefunden.',
    },
  },
  'copy/safe-area': {
    of: '21b6b8',
    title: 'Der Text liegt im sicheren Bereich',
    failureTitle: 'Text liegt außerhalb des sicheren Bereichs',
    why: 'Am Rand schneiden Bildschirme Text ab, oder Plattformen verdecken ihn mit Knöpfen und Namen.',
    remedy: 'Rücken Sie den Text nach innen, in den Rahmen, den der Bericht zeigt.',
    says: {
      '"{0}" is {1} % from the top.': '„{0}“ ist {1} % vom oberen Rand entfernt.',
      '"{0}" is {1} % from the right.': '„{0}“ ist {1} % vom rechten Rand entfernt.',
      '"{0}" is {1} % from the bottom.': '„{0}“ ist {1} % vom unteren Rand entfernt.',
      '"{0}" is {1} % from the left.': '„{0}“ ist {1} % vom linken Rand entfernt.',
      '"{0}" is {1} % from the {2}.': '„{0}“ ist {1} % vom Rand entfernt ({2}).',
      '{0} % from the {1}': '{0} % vom Rand ({1})',
    },
  },
  'copy/spelling': {
    of: 'ab5ab6',
    title: 'Es wurden keine Rechtschreibfehler gefunden',
    failureTitle: 'Einige Wörter sind vielleicht falsch geschrieben',
    why: 'Rechtschreibfehler in veröffentlichter Werbung fallen jedem auf und kosten Vertrauen.',
    remedy:
      'Prüfen Sie die genannten Wörter. Nehmen Sie richtige Namen und erfundene Wörter in die Liste der ' +
      'akzeptierten Wörter des Profils auf.',
    says: {
      'The language of the text was not recognised, so its spelling was not judged.':
        'Die Sprache des Textes wurde nicht erkannt, deshalb wurde die Rechtschreibung nicht geprüft.',
      'The text is in {0}. The profile names {1}, so its spelling was not judged.':
        'Die Sprache des Textes ist {0}. Das Profil nennt {1}, deshalb wurde die Rechtschreibung ' +
        'nicht geprüft.',
      'The text is in {0}. This host has no dictionary of it, so its spelling was not judged.':
        'Die Sprache des Textes ist {0}. Dafür ist kein Wörterbuch vorhanden, deshalb wurde die ' +
        'Rechtschreibung nicht geprüft.',
      '"{0}" is not in the dictionary.': '„{0}“ steht nicht im Wörterbuch.',
      '"{0}" is not in the dictionary. Did you mean {1}?':
        '„{0}“ steht nicht im Wörterbuch. Meinten Sie {1}?',
    },
  },
  'copy/text-size': {
    of: '368678',
    title: 'Der Text ist groß genug zum Lesen',
    failureTitle: 'Einiger Text ist zu klein zum Lesen',
    why: 'Kleingedrucktes, das niemand lesen kann, informiert nicht, und Behörden werten es als fehlend.',
    remedy: 'Vergrößern oder kürzen Sie den Text.',
    says: {
      '"{0}" is {1} % of the height.': '„{0}“ ist {1} % der Höhe groß.',
      '{0} % of the height': '{0} % der Höhe',
    },
  },
}
