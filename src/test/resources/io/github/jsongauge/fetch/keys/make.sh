#!/bin/sh
# Makes the key stores of Certificates anew: an authority, which trusted.p12 holds, and key pairs that it signed.
set -eu
cd "$(dirname "$0")"
rm -f ./*.p12
tool() { keytool "$@" -storetype PKCS12 -storepass changeit; }
pair() { tool -genkeypair -alias key -keyalg EC -dname "CN=$1" -validity 36500 -keystore "$1.p12"; }

tool -genkeypair -alias ca -keyalg EC -dname CN=ca -ext bc:c -validity 36500 -keystore ca.p12
tool -exportcert -alias ca -keystore ca.p12 -file ca.crt
tool -importcert -noprompt -alias ca -file ca.crt -keystore trusted.p12
signed() {
    name=$1
    shift
    pair "$name"
    tool -certreq -alias key -keystore "$name.p12" -file "$name.csr"
    tool -gencert -alias ca -keystore ca.p12 -infile "$name.csr" -outfile "$name.crt" "$@"
    tool -importcert -noprompt -alias ca -file ca.crt -keystore "$name.p12"
    tool -importcert -noprompt -alias key -file "$name.crt" -keystore "$name.p12"
}
signed good -ext san=ip:127.0.0.1 -validity 36500
signed expired -ext san=ip:127.0.0.1 -startdate -10d -validity 5
signed early -ext san=ip:127.0.0.1 -startdate +90y -validity 365
signed elsewhere -ext san=dns:elsewhere.example -validity 36500
pair self
rm -f ./*.crt ./*.csr ca.p12
