"""Words that mean the same, as data: abbreviations of technical writing, and plain verbs and nouns that stand in for each other.

A FAQ adds its own abbreviations with ``aliases:`` in its front matter. Several words that are one meaning are joined by hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping

from faqtui.search.english import stem
from faqtui.search.tokens import tokenize

ABBREVIATIONS = """
k8s kubernetes kube
cfn cloudformation
creds credentials credential
repo repository
repos repositories
env environment
envs environments
auth authentication authorization
authn authentication
authz authorization
lb load-balancer
bg blue-green
sm secrets-manager
db database
config configuration
cfg configuration
conf configuration
app application
apps applications
admin administrator
param parameter
params parameters
var variable
vars variables
arg argument
args arguments
dir directory
dirs directories
doc documentation document
docs documentation documents
info information
msg message
msgs messages
err error
pwd password
passwd password
pw password
perm permission
perms permissions
prod production
dev development
ns namespace
svc service
sg security-group
vm virtual-machine
img image
pkg package
lib library
fn function
func function
js javascript
ts typescript
py python
tf terraform
gha github-actions
gh github
gcp google-cloud google-cloud-platform
aws amazon-web-services
aws amazon
idp identity-provider
iam identity-and-access-management
ecs elastic-container-service
ecr elastic-container-registry
eks elastic-kubernetes-service
ec2 elastic-compute-cloud
s3 simple-storage-service
oidc openid-connect
oidc openid
ci continuous-integration
cli command-line command-line-interface
gui graphical-user-interface
ui user-interface
vpn virtual-private-network
cdn content-delivery-network
sla service-level-agreement
rbac role-based-access-control
acl access-control-list
jwt json-web-token
csv comma-separated-values
ram memory
cpu processor
gpu graphics-card
llm language-model
qa quality-assurance
gdpr data-protection
fb facebook
yt youtube
win windows
os operating-system
fs file-system
cert certificate
certs certificates
ssl tls
pr pull-request
mr merge-request
num number
max maximum
min minimum
avg average
temp temporary
tmp temporary
async asynchronous
sync synchronize
obj object
str string
int integer
bool boolean
char character
i18n internationalization internationalisation
l10n localization localisation
a11y accessibility
o11y observability
regex regular-expression
regexp regular-expression
ami machine-image
asg auto-scaling-group
mfa multi-factor two-factor
2fa two-factor multi-factor
mfa 2fa
sso single-sign-on
acct account
acc account
pic picture
pics pictures
vid video
addr address
ver version
spec specification
diff difference
stats statistics
sched schedule
del delete
rm remove
mem memory
proc process
cmd command
cmds commands
ctrl control
req request
resp response
src source
dst destination
dest destination
auto automatic
sec security
ms milliseconds
secs seconds
mins minutes
hrs hours
"""

SYNONYMS = """
delete remove erase
fix solve resolve repair troubleshoot
create make build add generate
show display view list
stop prevent disable avoid block
start begin launch run
change modify edit update alter
allow enable permit
error failure exception problem issue
find search locate look
folder directory
copy duplicate clone replicate
save store keep
backup archive
mail email
picture photo image
send forward
get retrieve fetch obtain
buy purchase
price cost fee
begin start
quick fast
automatically auto
hide conceal invisible
check verify validate
join combine merge concatenate
split divide separate
pick choose select
default standard
restrict limit constrain
big large
small little
website site
film movie video
distance far
tool program application software
use apply utilize
connect link
replace swap substitute
cancel abort terminate
difference distinction compare
purpose reason
advantage benefit
drawback disadvantage
download export
upload import
old oldest
private privacy
secure security safe
notify notification alert
login signin
logout signout
permission access right
increase raise grow
decrease reduce lower
wrong incorrect
broken failing
setup configure install
specific particular certain
computer pc laptop machine
location position place
conversation thread discussion
reply answer respond response
limitation limit restriction
publish post release
missing lost absent
slow sluggish lag
freeze hang stuck
crash quit exit
bill invoice receipt
charge pay payment
schedule plan
guide manual tutorial documentation instruction
supported compatible
unique distinct
empty clear
"""


def aliases(own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """A word to what it is short for and what is short for it, with the FAQ's `own` besides."""
    table = _table(ABBREVIATIONS)
    # Own words are spelled as terms of the vocabulary are: folded, several of them joined by hyphens.
    for word, others in own.items():
        names = [_joined(word), *map(_joined, others)]
        for name in dict.fromkeys([*names, *[name.replace("-", "") for name in names]]):
            table[name] = (
                *table.get(name, ()),
                *[other for other in names if other.replace("-", "") != name.replace("-", "")],
            )
    return table


def phrases(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Several words, written as one, to what they may be short for: ``googlecloud`` to gcp."""
    found: dict[str, tuple[str, ...]] = {}
    for word, others in table.items():
        if "-" in word:
            joined = word.replace("-", "")
            found[joined] = (*found.get(joined, ()), *[other for other in others if "-" not in other])
    return found


def singular(word: str) -> str:
    """One of what a word says there are several of, as far as abbreviations and what they stand for go; else the word itself."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word


def _joined(text: str) -> str:
    return "-".join([token.term for token in tokenize(text) if token.parts <= 1])


def synonyms() -> dict[str, tuple[str, ...]]:
    """The stem of a word to the words that may stand for it in a question."""
    return {stem(word): others for word, others in _table(SYNONYMS).items()}


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in lines.splitlines():
        words = line.split()
        for word in words:
            table[word] = (*table.get(word, ()), *[other for other in words if other != word])
    return table
