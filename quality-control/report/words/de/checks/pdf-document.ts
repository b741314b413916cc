import type { Translations } from '../../translations'

export const pdfDocument: Translations['checks'] = {
  'pdf/actions': {
    of: '2701e7',
    title: 'Das PDF startet nichts von selbst',
    failureTitle: 'Das PDF startet Programme, sendet Daten oder spielt Medien ab',
    why:
      'Eine Druckvorlage braucht keine Aktionen, und E-Mail-Filter und Druck-Workflows lehnen Dateien ' +
      'mit Aktionen ab.',
    remedy: 'Exportieren Sie das PDF erneut ohne interaktive Elemente.',
    says: {
      'The PDF starts a program or opens another file ({0}).':
        'Das PDF startet ein Programm oder öffnet eine andere Datei ({0}).',
      'The PDF sends form data to an address ({0}).': 'Das PDF sendet Formulardaten an eine Adresse ({0}).',
      'The PDF imports data from another file ({0}).':
        'Das PDF importiert Daten aus einer anderen Datei ({0}).',
      'The PDF plays video or audio ({0}).': 'Das PDF spielt Video oder Ton ab ({0}).',
      'The PDF plays a video ({0}).': 'Das PDF spielt ein Video ab ({0}).',
      'The PDF plays a sound ({0}).': 'Das PDF spielt einen Ton ab ({0}).',
      'The PDF controls embedded media ({0}).': 'Das PDF steuert eingebettete Medien ({0}).',
      'The PDF contains a risky action ({0}).': 'Das PDF enthält eine riskante Aktion ({0}).',
      'no such actions': 'keine solchen Aktionen',
    },
  },
  'pdf/attachments': {
    of: '875117',
    title: 'Das PDF hat keine angehängten Dateien',
    failureTitle: 'Das PDF hat angehängte Dateien',
    why: 'Angehängte Dateien werden leicht übersehen und enthalten vielleicht Vertrauliches.',
    remedy:
      'Entfernen Sie die Anhänge und speichern Sie das PDF erneut. Content Credentials dürfen bleiben: ' +
      'sie werden erkannt und akzeptiert.',
    says: {
      'A file is attached: {0}.': 'Eine Datei ist angehängt: {0}.',
      'no attachments': 'keine Anhänge',
    },
  },
  'pdf/encryption': {
    of: 'ff0b8e',
    title: 'Das PDF ist nicht geschützt',
    failureTitle: 'Das PDF ist geschützt',
    why:
      'Ein geschütztes PDF kann jeder ansehen, aber ein Druck-Workflow kann es nicht verarbeiten. ' +
      'PDF/X verbietet den Schutz.',
    remedy: 'Speichern Sie das PDF ohne Sicherheitseinstellungen.',
    says: {
      'The PDF is encrypted.': 'Das PDF ist verschlüsselt.',
      'The PDF is encrypted and forbids: {0}.': 'Das PDF ist verschlüsselt und verbietet: {0}.',
      'no encryption': 'keine Verschlüsselung',
      printing: 'Drucken',
      changing: 'Ändern',
    },
  },
  'pdf/javascript': {
    of: 'ecfd8a',
    title: 'Das PDF hat keine Skripte',
    failureTitle: 'Das PDF hat Skripte',
    why:
      'Skripte laufen auf den Computern aller, die die Datei öffnen. Eine Druckvorlage braucht sie ' +
      'nicht.',
    remedy: 'Exportieren Sie das PDF erneut ohne interaktive Elemente.',
    says: {
      'The PDF contains a script ({0}).': 'Das PDF enthält ein Skript ({0}).',
      JavaScript: 'JavaScript',
      'no scripts': 'keine Skripte',
    },
  },
  'pdf/pdfx-claim': {
    of: '12c28c',
    title: 'Die PDF/X-Angabe stimmt, soweit sie geprüft wurde',
    failureTitle: 'Das PDF gibt sich als PDF/X aus, ist es aber nicht',
    why:
      'Die Druckerei verlässt sich auf die Angabe und lässt Prüfungen aus. Was ihr widerspricht, ' +
      'druckt anders als der Proof oder hält den Auftrag an.',
    remedy:
      'Exportieren Sie erneut mit der PDF/X-Vorgabe. Änderungen nach dem Export, etwa Kommentare oder ' +
      'Skripte, machen die Angabe ungültig.',
    says: {
      'The file does not claim to be PDF/X.': 'Die Datei gibt sich nicht als PDF/X aus.',
      'The rules of {0} are not known here.': 'Die Regeln von {0} sind hier nicht bekannt.',
      'The file claims to be {0}, but it is encrypted.':
        'Die Datei gibt sich als {0} aus, ist aber verschlüsselt.',
      'The file claims to be {0}, but it has no output intent.':
        'Die Datei gibt sich als {0} aus, hat aber keine Ausgabebedingung (Output Intent).',
      'The file claims to be {0}, but it has scripts.': 'Die Datei gibt sich als {0} aus, hat aber Skripte.',
      'The file claims to be {0}, but it has actions.': 'Die Datei gibt sich als {0} aus, hat aber Aktionen.',
      'The file claims to be {0}, but it has layers.': 'Die Datei gibt sich als {0} aus, hat aber Ebenen.',
      'The file claims to be {0}, but {1}.': 'Die Datei gibt sich als {0} aus, aber {1}.',
      'page {0} has neither a trim box nor an art box': 'Seite {0} hat weder TrimBox noch ArtBox',
      'page {0} uses transparency': 'Seite {0} verwendet Transparenz',
      'page {0} has a JPEG 2000 image': 'Seite {0} hat ein JPEG-2000-Bild',
      'page {0} uses colours other than CMYK, grey and spot colours':
        'Seite {0} verwendet andere Farben als CMYK, Grau und Sonderfarben',
      'page {0} uses RGB without a profile, and the output intent is not RGB':
        'Seite {0} verwendet RGB ohne Profil, und die Ausgabebedingung (Output Intent) ist nicht RGB',
      'it is encrypted': 'die Datei ist verschlüsselt',
      'it has no output intent': 'die Datei hat keine Ausgabebedingung (Output Intent)',
      'the font {0} is not embedded': 'die Schrift {0} ist nicht eingebettet',
      'it has scripts': 'die Datei hat Skripte',
      'it has actions': 'die Datei hat Aktionen',
      'it has layers': 'die Datei hat Ebenen',
      'the profile of its output intent is not embedded':
        'das Profil ihrer Ausgabebedingung (Output Intent) ist nicht eingebettet',
    },
  },
  'pdf/pdfx-version': {
    of: 'a69079',
    title: 'Die PDF/X-Version wird akzeptiert',
    failureTitle: 'Die PDF/X-Version fehlt oder wird nicht akzeptiert',
    why:
      'PDF/X garantiert, dass eine Datei alles enthält, was der Druck braucht. Die Druckerei verlangt ' +
      'eine bestimmte Version.',
    remedy: 'Exportieren Sie mit der Vorgabe, die die Druckerei nennt, etwa PDF/X-4.',
    says: {
      'The PDF does not claim to be PDF/X; expected {0}.':
        'Das PDF gibt sich nicht als PDF/X aus; erwartet: {0}.',
      'The PDF claims to be {0}; expected {1}.': 'Das PDF gibt sich als {0} aus; erwartet: {1}.',
      'no PDF/X': 'kein PDF/X',
    },
  },
}
