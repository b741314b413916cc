import type { Translations } from '../../translations'

export const copy: Translations['checks'] = {
  'copy/placeholder-text': {
    of: 'e1bceb',
    title: 'Il ne reste pas de texte de substitution',
    failureTitle: 'Il reste du texte de substitution',
    why:
      'Le faux texte et les mentions « à confirmer » ont leur place dans les maquettes. Une fois ' +
      'publiés, tout le monde les remarque.',
    remedy: 'Insérez le texte définitif et exportez de nouveau.',
    says: {
      '"{0}" contains the placeholder "{1}".': '« {0} » contient le texte de substitution « {1} ».',
      'final text': 'texte définitif',
    },
  },
  'copy/qr-code': {
    of: '7518c2',
    title: 'Les codes sont lisibles et leurs adresses sont valides',
    failureTitle: 'Un code manque ou son adresse est fausse',
    why: 'Un code illisible, ou qui mène à une mauvaise adresse, perd tous ceux qui sortent leur téléphone.',
    remedy:
      'Recréez le code avec la bonne adresse. Laissez une marge vide autour et placez-le en foncé sur ' +
      'clair.',
    says: {
      'No code was found, and none is required.': 'Aucun code n’a été trouvé, et aucun n’est exigé.',
      'No code could be read.': 'Aucun code n’a pu être lu.',
      'no code': 'aucun code',
      'a readable code': 'un code lisible',
      'The {0} says "{1}": {2}': 'Le code ({0}) contient « {1} » : {2}',
      'this is not a web address.': 'ce n’est pas une adresse web.',
      'an address such as https://example.com': 'une adresse telle que https://example.com',
      'the address leads to {0}.': 'l’adresse mène à {0}.',
      'the address does not start with https://.': 'l’adresse ne commence pas par https://.',
    },
  },
  'copy/required-text': {
    of: '4031df',
    title: 'Le texte exigé est présent',
    failureTitle: 'Il manque du texte exigé',
    why:
      'La loi ou la marque exige les mentions légales, les slogans et les adresses. Sans eux, la ' +
      'publicité ne doit pas paraître.',
    remedy:
      'Ajoutez le texte manquant. S’il est présent mais très petit ou sur un fond chargé, rendez-le ' +
      'plus lisible.',
    says: {
      'The profile requires no text.': 'Le profil n’exige aucun texte.',
      '"{0}" was not found.': '« {0} » est introuvable.',
    },
  },
  'copy/safe-area': {
    of: '21b6b8',
    title: 'Le texte est dans la zone de sécurité',
    failureTitle: 'Du texte est hors de la zone de sécurité',
    why:
      'Près des bords, les écrans coupent le texte, ou les plateformes le couvrent de boutons et de ' +
      'noms.',
    remedy: 'Déplacez le texte vers l’intérieur, dans le cadre que montre le rapport.',
    says: {
      '"{0}" is {1} % from the {2}.': '« {0} » est à {1} % du bord ({2}).',
      '{0} % from the {1}': '{0} % du bord ({1})',
      '"{0}" is {1} % from the top.': '« {0} » est à {1} % du bord supérieur.',
      '"{0}" is {1} % from the right.': '« {0} » est à {1} % du bord droit.',
      '"{0}" is {1} % from the bottom.': '« {0} » est à {1} % du bord inférieur.',
      '"{0}" is {1} % from the left.': '« {0} » est à {1} % du bord gauche.',
    },
  },
  'copy/spelling': {
    of: 'ab5ab6',
    title: 'Aucune faute d’orthographe n’a été trouvée',
    failureTitle: 'Certains mots sont peut-être mal orthographiés',
    why:
      'Tout le monde remarque une faute d’orthographe dans une publicité publiée, et la confiance en ' +
      'souffre.',
    remedy:
      'Vérifiez les mots cités. Ajoutez les noms corrects et les mots inventés à la liste des mots ' +
      'acceptés du profil.',
    says: {
      'The language of the text was not recognised, so its spelling was not judged.':
        'La langue du texte n’a pas été reconnue ; son orthographe n’a donc pas été contrôlée.',
      'The text is in {0}. The profile names {1}, so its spelling was not judged.':
        'Langue du texte : {0}. Le profil prévoit : {1}. L’orthographe n’a donc pas été contrôlée.',
      'The text is in {0}. This host has no dictionary of it, so its spelling was not judged.':
        'Langue du texte : {0}. Aucun dictionnaire n’est installé pour elle ; l’orthographe n’a donc ' +
        'pas été contrôlée.',
      '"{0}" is not in the dictionary.': '« {0} » n’est pas dans le dictionnaire.',
      '"{0}" is not in the dictionary. Did you mean {1}?':
        '« {0} » n’est pas dans le dictionnaire. Vouliez-vous dire {1} ?',
    },
  },
  'copy/text-size': {
    of: '368678',
    title: 'Le texte est assez grand pour être lu',
    failureTitle: 'Du texte est trop petit pour être lu',
    why:
      'De petits caractères que personne ne peut lire n’informent pas, et les autorités les ' +
      'considèrent comme absents.',
    remedy: 'Agrandissez le texte, ou raccourcissez-le.',
    says: {
      '"{0}" is {1} % of the height.': '« {0} » fait {1} % de la hauteur.',
      '{0} % of the height': '{0} % de la hauteur',
    },
  },
}
