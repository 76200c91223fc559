#!/bin/sh
# Makes the PEM files of the TLS tests anew: an authority, what it signed, and one private key in each way to write it.
set -eu
cd "$(dirname "$0")"
rm -f ./*.pem
days=36500
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca-key.pem -out ca.pem -subj /CN=ca -days $days
signed() { # NAME SAN DAYS KEY-OPTIONS...
    name=$1 san=$2 valid=$3
    shift 3
    openssl req -newkey "$@" -nodes -keyout "$name-key.pem" -out "$name.csr" -subj "/CN=$name"
    printf 'subjectAltName=%s\n' "$san" > ext
    openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca-key.pem -CAcreateserial -out "$name.pem" -days "$valid" -extfile ext
}
signed server IP:127.0.0.1,DNS:localhost $days ec -pkeyopt ec_paramgen_curve:P-256
signed renewed IP:127.0.0.1,DNS:localhost $days ec -pkeyopt ec_paramgen_curve:P-256
signed named DNS:app.internal $days ec -pkeyopt ec_paramgen_curve:P-256
signed expired IP:127.0.0.1 -1 ec -pkeyopt ec_paramgen_curve:P-256
signed client DNS:client $days rsa:2048
signed client-ec DNS:client $days ec -pkeyopt ec_paramgen_curve:P-384
signed client-ed DNS:client $days ed25519
openssl rsa -in client-key.pem -traditional -out client-key-pkcs1.pem
openssl ec -in client-ec-key.pem -out client-ec-key-sec1.pem
openssl pkey -in client-key.pem -aes256 -passout pass:secret -out client-key-encrypted.pem
openssl rsa -in client-key.pem -traditional -aes256 -passout pass:secret -out client-key-encrypted-pkcs1.pem
cat server.pem ca.pem > server-chain.pem
rm -f ./*.csr ./*.srl ext
