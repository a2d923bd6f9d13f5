@echo off
rem Starts Lathe; builds it first where something is missing or older than its sources. See the script lathe for the reasons.
setlocal EnableExtensions DisableDelayedExpansion
set "LATHE_HOME=%~dp0"
set "LATHE_TARGET=%LATHE_HOME%app\target"
set "LATHE_WORK=%LATHE_HOME%.lathe-build"

call :stale
if not errorlevel 1 goto run
call :lock || exit /b 1
call :stale
if errorlevel 1 (
    call :build
    if errorlevel 1 goto failed
)
rmdir "%LATHE_WORK%\lock" 2>nul

:run
set /p LATHE_JAVA=<"%LATHE_TARGET%\java.path"
rem LATHE_MEMORY bounds all processes of a run together: two fifths are this one's.
set "LATHE_MB=0"
set "LATHE_XMX="
if /i "%LATHE_MEMORY:~-1%"=="g" set /a LATHE_MB=%LATHE_MEMORY:~0,-1% * 1024 * 2 / 5
if /i "%LATHE_MEMORY:~-1%"=="m" set /a LATHE_MB=%LATHE_MEMORY:~0,-1% * 2 / 5
if %LATHE_MB% GTR 0 set "LATHE_XMX=-Xmx%LATHE_MB%m"
rem A window: without arguments, or with a file or project alone. JavaFX, and JavaFX only, lies on the module path.
set "LATHE_FX="
if "%~1"=="" set "LATHE_FX=1"
if "%~2"=="" if exist "%~1" set "LATHE_FX=1"
if defined LATHE_FX (
    "%LATHE_JAVA%" --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC %LATHE_XMX% --module-path "%LATHE_TARGET%\fx" --add-modules javafx.controls,javafx.swing --add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED "-Dlathe.home=%LATHE_HOME%." -cp "%LATHE_TARGET%\lathe.jar;%LATHE_TARGET%\lib\*" lathe.app.Lathe %*
    exit /b
)
"%LATHE_JAVA%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC %LATHE_XMX% "-Dlathe.home=%LATHE_HOME%." -cp "%LATHE_TARGET%\lathe.jar;%LATHE_TARGET%\lib\*" lathe.app.Lathe %*
exit /b %ERRORLEVEL%

:failed
set "LATHE_CODE=%ERRORLEVEL%"
rmdir "%LATHE_WORK%\lock" 2>nul
exit /b %LATHE_CODE%

rem Exit code 1 if something must be built.
:stale
if not exist "%LATHE_TARGET%\lathe.stamp" exit /b 1
if not exist "%LATHE_TARGET%\lathe.jar" exit /b 1
if not exist "%LATHE_TARGET%\java.path" exit /b 1
powershell -NoProfile -NonInteractive -Command "$t=(Get-Item -LiteralPath ($env:LATHE_TARGET+'\lathe.stamp')).LastWriteTimeUtc; foreach($d in 'pom.xml','app\pom.xml','app\src\main','app\src\build','automl-engine','views'){ $f=Get-ChildItem -LiteralPath ($env:LATHE_HOME+$d) -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $t -and $_.FullName -notmatch '\\target(\\|$)' -and $_.FullName -notmatch '\\src\\test(\\|$)' -and ($_.Name -eq 'pom.xml' -or $_.FullName -match '\\src\\') } | Select-Object -First 1; if($f){exit 1} }; exit 0"
exit /b %ERRORLEVEL%

:lock
if not exist "%LATHE_WORK%" mkdir "%LATHE_WORK%"
set /a LATHE_WAITED=0
:wait
mkdir "%LATHE_WORK%\lock" 2>nul && exit /b 0
if %LATHE_WAITED%==1 echo Waiting for another build of Lathe... 1>&2
if %LATHE_WAITED% geq 900 (
    echo lathe: another build has held "%LATHE_WORK%\lock" for 15 minutes; if none is running, remove that folder. 1>&2
    exit /b 1
)
set /a LATHE_WAITED+=1
ping -n 2 127.0.0.1 >nul
goto wait

:build
if defined JAVA_HOME set "PATH=%JAVA_HOME%\bin;%PATH%"
where java >nul 2>nul || goto nojdk
echo Building Lathe (first time, about a minute)... 1>&2
type nul > "%LATHE_WORK%\began"
pushd "%LATHE_HOME%"
call mvnw.cmd -q -B -ntp -Dmaven.test.skip -Dcheckstyle.skip -Plaunch -pl app -am package > "%LATHE_WORK%\build.log" 2>&1
set "LATHE_CODE=%ERRORLEVEL%"
popd
if %LATHE_CODE%==0 (
    move /y "%LATHE_WORK%\began" "%LATHE_TARGET%\lathe.stamp" >nul
    exit /b 0
)
findstr /c:"Cannot find matching toolchain" "%LATHE_WORK%\build.log" >nul && goto nojdk
echo lathe: the build failed. See "%LATHE_WORK%\build.log" 1>&2
exit /b 3

:nojdk
echo Lathe needs a JDK 25 or newer: install one (for example Temurin from https://adoptium.net) or set JAVA_HOME to it. 1>&2
exit /b 1
