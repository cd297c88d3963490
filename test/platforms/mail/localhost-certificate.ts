/**
 * A certificate of the tests' own for `localhost` and 0.0.0.0, trusted only where a test says so:
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost,IP:0.0.0.0`
 */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdsRtuaak2rU/+DgC
KwSy0UHEKTdu5dQEuv/y3UfewQKhRANCAASD0NIMgTN7EtianvbQfZcsutdt2Njd
eIMEwj1jQhP/8XJFKf5ORUNftc40J+xLpRmtKibkK8IBnS5LmdtlQcnj
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUF0BmqrkaZqhG15fSUt+aabh9UIAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjIyMjEyM1oYDzIxMjYxMDI5
MjIyMTIzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASD0NIMgTN7EtianvbQfZcsutdt2NjdeIMEwj1jQhP/8XJFKf5ORUNf
tc40J+xLpRmtKibkK8IBnS5LmdtlQcnjo28wbTAdBgNVHQ4EFgQUAcwYpalFTObs
5BzGp474iT4X9gMwHwYDVR0jBBgwFoAUAcwYpalFTObs5BzGp474iT4X9gMwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBAAAAAAwCgYIKoZI
zj0EAwIDSAAwRQIgExND9qc1dcS8sUZtFUgIc8IPdK9IfPGyMiyR/DrpQY0CIQD9
SKENl/eiIEfcEB/qxDBF8YpJztfHbxTk/CnF9J8lww==
-----END CERTIFICATE-----`,
} as const;
