"""Common abbreviations of technical writing and what they stand for, as data; a FAQ adds its own with ``aliases:``."""

from __future__ import annotations

_GROUPS = """
k8s kubernetes kube
cfn cloudformation
creds credentials credential
repo repository
env environment
auth authentication authorization
authn authentication
authz authorization
lb load-balancer
bg blue-green
sm secrets-manager
db database
config configuration
cfg configuration
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
doc documentation
docs documentation
info information
msg message
err error
pwd password
passwd password
pw password
perm permission
perms permissions
priv privilege
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
fb facebook
win windows
mac macos
os operating-system
fs filesystem
ip address
url link
uri link
cert certificate
certs certificates
ssl tls
ci pipeline
cd deployment
deploy deployment
pr pull-request
mr merge-request
vars variables
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
regex regular-expression
regexp regular-expression
dom document-object-model
iam identity
ami image
asg auto-scaling-group
mfa multi-factor
2fa two-factor
sso single-sign-on
acct account
acc account
pic picture
pics pictures
photo picture
vid video
tel telephone
addr address
ver version
spec specification
diff difference
stats statistics
sched schedule
del delete
rm remove
"""


def aliases() -> dict[str, tuple[str, ...]]:
    """Word to the words it may stand for, both ways; several words are joined by hyphens."""
    table: dict[str, list[str]] = {}
    for line in _GROUPS.split("\n"):
        words = line.replace("-", "").split()
        for word in words:
            known = table.setdefault(word, [])
            known += [other for other in words if other != word and other not in known]
    return {word: tuple(others) for word, others in table.items()}
