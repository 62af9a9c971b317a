"""Words that say nothing of what is sought: grammar, and the polite frame of a message.

Folded, as `analysis` has them. Negations and question words stand here too: « pas », « comment »
are in half of all questions, and tell no answer from another.
"""

_GRAMMAR = """
a ai aie ait allons as au aucun aucune aura aurai auraient aurais aurait aurez auriez aurions
aurons auront aussi autre autres aux avaient avait avant avec avez avoir avons ayant c ca car ce
ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment d dans de
deja des desormais desquelles desquels devez devons devra devrai devraient devrais devrait devrez
devriez devrions devrons devront dois doit doivent donc dont du duquel elle elles en encore entre
es est et etaient etait etant etc ete etes etre eu eux faire fais faisons fait faites faudra
faudrait faut font ici il ils j je jusqu jusque l la laquelle le lequel les lesquelles lesquels
leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes moi moins mon n ne ni nos notre nous
on ont ou par parce pas pendant peu peut peuvent peux plus plutot pour pourquoi pourra pourrai
pourraient pourrais pourrait pourras pourrez pourrons pourront puis puisqu puisque puisse puissent
puissiez puissions qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi s sa se
sera serai seraient serais serait seras serez seriez serions serons seront ses si sinon soi soient
soit sommes son sont sous suis sur t ta tandis tant te tel telle telles tels tes toi ton tous tout
toute toutes tres trop tu un une vais vers via voici voila vos votre vous y
"""

_POLITENESS = """
aider aidez bonjour bonsoir bonne cherche cherchons cordialement cordiales crois
demander dire dites excusez hello indiquez journee madame merci mesdames
messieurs monsieur pourriez pourrions pouvez pouvons precise prie question questions
remercie salut salutations sauriez savoir savez souhaitais souhaite souhaiterais
souhaitons svp stp veuillez veux voudrais voudrait voudrions voulais voulons
"""

STOP_WORDS = frozenset((_GRAMMAR + _POLITENESS).split())
