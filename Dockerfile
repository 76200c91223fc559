# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY config-examples/app config-examples/app
ARG REVISION=unknown
RUN mvn -q -B -Dmaven.test.skip=true -Dscm.revision="$REVISION" package

FROM eclipse-temurin:25-jre
COPY --from=build /build/target/jsongauge.jar /opt/jsongauge/jsongauge.jar
COPY jsongauge /opt/jsongauge/jsongauge
# the first start makes the archive that all later ones use; they cannot write there
ENV XDG_CACHE_HOME=/var/cache
RUN /opt/jsongauge/jsongauge --version && test -s /var/cache/jsongauge/*.jsa
ENV JSONGAUGE_CONFIG_FILE=/etc/jsongauge
USER 65532:65532
EXPOSE 9877
ENTRYPOINT ["/opt/jsongauge/jsongauge"]
