import type { Translations } from '../../translations'

export const pdfDocument: Translations['checks'] = {
  'pdf/actions': {
    of: '2701e7',
    title: 'Le PDF ne lance rien de lui-même',
    failureTitle: 'Le PDF lance des programmes, envoie des données ou lit des médias',
    why:
      'Une création n’a pas besoin d’actions, et les filtres de messagerie et les flux d’impression ' +
      'refusent les fichiers qui en contiennent.',
    remedy: 'Exportez de nouveau le PDF sans éléments interactifs.',
    says: {
      'The PDF starts a program or opens another file ({0}).':
        'Le PDF lance un programme ou ouvre un autre fichier ({0}).',
      'The PDF sends form data to an address ({0}).':
        'Le PDF envoie des données de formulaire à une adresse ({0}).',
      'The PDF imports data from another file ({0}).': 'Le PDF importe des données d’un autre fichier ({0}).',
      'The PDF plays video or audio ({0}).': 'Le PDF lit une vidéo ou un son ({0}).',
      'The PDF plays a video ({0}).': 'Le PDF lit une vidéo ({0}).',
      'The PDF plays a sound ({0}).': 'Le PDF lit un son ({0}).',
      'The PDF controls embedded media ({0}).': 'Le PDF commande des médias intégrés ({0}).',
      'The PDF contains a risky action ({0}).': 'Le PDF contient une action à risque ({0}).',
      'no such actions': 'aucune action de ce type',
    },
  },
  'pdf/attachments': {
    of: '875117',
    title: 'Le PDF n’a pas de fichiers joints',
    failureTitle: 'Le PDF a des fichiers joints',
    why: 'Les fichiers joints passent facilement inaperçus et peuvent contenir des éléments confidentiels.',
    remedy:
      'Supprimez les fichiers joints et enregistrez de nouveau le PDF. Les Content Credentials ' +
      'peuvent rester : elles sont reconnues et acceptées.',
    says: {
      'A file is attached: {0}.': 'Un fichier est joint : {0}.',
      'no attachments': 'aucun fichier joint',
    },
  },
  'pdf/encryption': {
    of: 'ff0b8e',
    title: 'Le PDF n’est pas protégé',
    failureTitle: 'Le PDF est protégé',
    why:
      'Tout le monde peut afficher un PDF protégé, mais un flux d’impression ne peut pas le traiter. ' +
      'PDF/X interdit la protection.',
    remedy: 'Enregistrez le PDF sans paramètres de sécurité.',
    says: {
      'The PDF is encrypted.': 'Le PDF est chiffré.',
      'The PDF is encrypted and forbids: {0}.': 'Le PDF est chiffré et interdit : {0}.',
      'no encryption': 'aucun chiffrement',
      printing: 'l’impression',
      changing: 'la modification',
    },
  },
  'pdf/javascript': {
    of: 'ecfd8a',
    title: 'Le PDF n’a pas de scripts',
    failureTitle: 'Le PDF a des scripts',
    why:
      'Les scripts s’exécutent sur l’ordinateur de tous ceux qui ouvrent le fichier. Une création ' +
      'n’en a pas besoin.',
    remedy: 'Exportez de nouveau le PDF sans éléments interactifs.',
    says: {
      'The PDF contains a script ({0}).': 'Le PDF contient un script ({0}).',
      JavaScript: 'JavaScript',
      'no scripts': 'aucun script',
    },
  },
  'pdf/pdfx-claim': {
    of: '12c28c',
    title: 'La mention PDF/X est exacte, pour tout ce qui a été contrôlé',
    failureTitle: 'Le PDF se déclare PDF/X, mais ne l’est pas',
    why:
      'L’imprimeur se fie à cette mention et saute des contrôles. Ce qui ne la respecte pas s’imprime ' +
      'autrement que sur l’épreuve, ou bloque le travail.',
    remedy:
      'Exportez de nouveau avec le préréglage PDF/X. Des changements après l’export, comme des ' +
      'commentaires ou des scripts, l’invalident.',
    says: {
      'The file does not claim to be PDF/X.': 'Le fichier ne se déclare pas PDF/X.',
      'The rules of {0} are not known here.': 'Les règles de {0} ne sont pas connues de ce contrôle.',
      'The file claims to be {0}, but {1}.': 'Le fichier se déclare {0}, mais {1}.',
      'page {0} has neither a trim box nor an art box': 'la page {0} n’a ni TrimBox ni ArtBox',
      'page {0} uses transparency': 'la page {0} utilise la transparence',
      'page {0} has a JPEG 2000 image': 'la page {0} a une image JPEG 2000',
      'page {0} uses colours other than CMYK, grey and spot colours':
        'la page {0} utilise d’autres couleurs que CMJN, gris et tons directs',
      'page {0} uses RGB without a profile, and the output intent is not RGB':
        'la page {0} utilise du RVB sans profil, et le mode de sortie n’est pas RVB',
      'it is encrypted': 'il est chiffré',
      'it has no output intent': 'il n’a pas de mode de sortie (Output Intent)',
      'the font {0} is not embedded': 'la police {0} n’est pas incorporée',
      'it has scripts': 'il a des scripts',
      'it has actions': 'il a des actions',
      'it has layers': 'il a des calques',
      'the profile of its output intent is not embedded':
        'le profil de son mode de sortie n’est pas incorporé',
    },
  },
  'pdf/pdfx-version': {
    of: 'a69079',
    title: 'La version PDF/X est acceptée',
    failureTitle: 'La version PDF/X manque ou n’est pas acceptée',
    why:
      'PDF/X garantit qu’un fichier contient tout ce qu’il faut pour l’impression. L’imprimeur a ' +
      'demandé une de ses versions.',
    remedy: 'Exportez avec le préréglage que l’imprimeur indique, par exemple PDF/X-4.',
    says: {
      'The PDF does not claim to be PDF/X; expected {0}.': 'Le PDF ne se déclare pas PDF/X ; attendu : {0}.',
      'The PDF claims to be {0}; expected {1}.': 'Le PDF se déclare {0} ; attendu : {1}.',
      'no PDF/X': 'pas de PDF/X',
    },
  },
}
