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
ENV JSONGAUGE_CONFIG_FILE=/etc/jsongauge
USER 65532:65532
EXPOSE 9877
ENTRYPOINT ["java", \
  "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss256k", "-XX:ReservedCodeCacheSize=16m", "-XX:-UsePerfData", \
  "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
  "-jar", "/opt/jsongauge/jsongauge.jar"]
