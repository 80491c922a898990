@echo off
rem Vigie's launcher for Windows: finds a JDK, builds when the sources have changed, starts.
rem The same idea as the shell launcher "vigie"; the variables are in CONTRIBUTING.md, "The launcher".
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "STATE=%HERE%.build"
set "JAR=%STATE%\vigie.jar"
set "STAMP=%STATE%\built"
set "LOCK=%STATE%\lock"
set "LOG=%STATE%\build.log"

call :find_jdk || exit /b 1
if /i "%~1"=="test" goto :test
if /i "%~1"=="format" goto :format
call :must_build && (call :build || exit /b 1)
"%JAVA_HOME%\bin\java.exe" --sun-misc-unsafe-memory-access=allow %VIGIE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:find_jdk
if defined VIGIE_JAVA_HOME (
    call :is_jdk "%VIGIE_JAVA_HOME%" && (set "JAVA_HOME=%VIGIE_JAVA_HOME%" & exit /b 0)
    echo vigie: VIGIE_JAVA_HOME is %VIGIE_JAVA_HOME%, which is not a JDK 25 or newer.>&2
    exit /b 1
)
if defined JAVA_HOME call :is_jdk "%JAVA_HOME%" && exit /b 0
for /f "delims=" %%J in ('where java.exe 2^>nul') do call :is_jdk "%%~dpJ.." && (set "JAVA_HOME=%%~dpJ.." & exit /b 0)
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%LOCALAPPDATA%\Programs\Eclipse Adoptium") do (
    for /d %%J in ("%%~R\*") do call :is_jdk "%%~J" && (set "JAVA_HOME=%%~J" & exit /b 0)
)
echo vigie: no JDK 25 or newer found: install one (for example Eclipse Temurin 25), or set VIGIE_JAVA_HOME to it.>&2
exit /b 1

rem The file "release" tells the version without starting a JVM.
:is_jdk
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul
exit /b %ERRORLEVEL%

rem Answers 0 when the jar is missing or older than a source. Tests do not go into the jar.
:must_build
if not exist "%JAR%" exit /b 0
if not exist "%STAMP%" exit /b 0
powershell -NoProfile -Command ^
    "$built = (Get-Item $env:STAMP).LastWriteTimeUtc;" ^
    "$roots = @('pom.xml', '.mvn', 'missions', 'web', '*\pom.xml', '*\src\main') | ForEach-Object { Join-Path $env:HERE $_ };" ^
    "$newer = Get-ChildItem $roots -Recurse -Force -ErrorAction SilentlyContinue |" ^
    "  Where-Object { $_.FullName -notmatch '\\(node_modules|web\\dist|web\\tests)(\\|$)' -and $_.LastWriteTimeUtc -gt $built } |" ^
    "  Select-Object -First 1;" ^
    "if ($newer) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

:need_maven
where mvn >nul 2>nul && exit /b 0
echo vigie: Maven not found: install Maven 3.8 or newer so that 'mvn' is on the PATH; Vigie builds itself with it.>&2
exit /b 1

:build
call :need_maven || exit /b 1
if not exist "%STATE%" mkdir "%STATE%"
:lock
mkdir "%LOCK%" 2>nul && goto :locked
echo vigie: another vigie is building here, waiting for it; if none is, delete "%LOCK%".>&2
timeout /t 5 /nobreak >nul 2>nul || ping -n 6 127.0.0.1 >nul
goto :lock
:locked
call :must_build || (rmdir "%LOCK%" & exit /b 0)
echo vigie: building ...>&2
type nul >"%STAMP%.new"
call mvn -B -ntp -Dstyle.color=never -f "%HERE%pom.xml" -Dmaven.test.skip=true package >"%LOG%" 2>&1
if errorlevel 1 (
    findstr /b /c:"[ERROR]" "%LOG%" >&2
    echo vigie: the build failed; all of it is in %LOG%>&2
    rmdir "%LOCK%"
    exit /b 1
)
rem Windows does not replace a jar that a running server holds open.
copy /y "%HERE%cli\target\vigie.jar" "%JAR%" >nul || (
    echo vigie: %JAR% is in use: stop the running Vigie first, then start again.>&2
    rmdir "%LOCK%"
    exit /b 1
)
move /y "%STAMP%.new" "%STAMP%" >nul
rmdir "%LOCK%"
echo vigie: built.>&2
exit /b 0

rem The Java tests. The browser tests and the closing count are the shell launcher's.
:test
call :need_maven || exit /b 1
set "LEFT_OUT="
if /i "%~2"=="--long" set "LEFT_OUT=-Dvigie.tests.left-out="
call mvn -B -ntp -f "%HERE%pom.xml" %LEFT_OUT% verify
exit /b %ERRORLEVEL%

:format
call :need_maven || exit /b 1
call mvn -B -q -f "%HERE%pom.xml" spotless:apply
exit /b %ERRORLEVEL%
